//! A role's forms, with their scores added up line by line: each form is gone through once, and not once for every criterion.

use crate::list::Listed;
use crate::number::{Addition, Decimal, Exact, Packed};
use crate::scheme::{AskedLines, Checked, Criterion, Role};
use crate::workbook::{Entries, Rating, ScoreLine};

/// What the raters of one role gave.
pub(super) struct Tally<'s> {
    /// Their forms.
    pub(super) forms: Vec<&'s Rating>,
    /// What the role weighs.
    pub(super) weight: Exact,
    /// What they come to in each line of the form.
    sums: Vec<Addition>,
}

impl<'s> Tally<'s> {
    /// What a role gave, which stands at this position in the scheme.
    pub(super) fn new(scheme: &Checked, (at, role): (usize, &Role), entries: &Entries<'s>) -> Self {
        let forms = entries.ratings.iter().filter(|form| form.role == role.id).copied().listed();
        let mut sums = vec![Addition::default(); scheme.line_count()];
        if let Some(asked) = scheme.asked_lines(at) {
            forms.iter().for_each(|form| add_up(scheme, asked, form, &mut sums));
        }
        Self { forms, weight: role.weight.into(), sums }
    }

    /// The scores of a line, added up.
    pub(super) fn of_line(&self, line: usize) -> Addition {
        self.sums.get(line).copied().unwrap_or_default()
    }
}

fn add_up(scheme: &Checked, asked: &AskedLines, form: &Rating, sums: &mut [Addition]) {
    let mut add = |line: usize, number| {
        if let Some(sum) = sums.get_mut(line) {
            sum.add(number);
        }
    };
    if let Some(numbers) = form.scores.plain(&asked.ids) {
        asked.lines.iter().zip(numbers).for_each(|(line, number)| add(*line, *number));
        return;
    }
    for line in asked.lines.iter().filter_map(|at| scheme.line(*at)) {
        let entry = form.scores.of(&line.criterion.id, line.at);
        add(line.at, Packed::of(entry.and_then(|entry| points_of(line.criterion, entry))));
    }
}

/// A line's score: the number, or the points of the level.
pub(super) fn points_of(criterion: &Criterion, line: ScoreLine<'_>) -> Option<Decimal> {
    let of_level = || criterion.level(line.level?).map(|level| level.points);
    line.score.or_else(of_level)
}

#[cfg(all(test, feature = "workbench"))]
mod tests {
    use super::*;
    use crate::workbook::Book;

    /// One criterion is for both roles, one for the peers alone; the third has levels, or else none.
    fn book(third: &str, forms: &[(&str, &str, &str)]) -> Book {
        let scheme = format!(
            r#"{{"format":"kaohe-scheme","formatVersion":1,"id":"s","version":"1","name":{{"zh-CN":"表"}},"period":"month",
            "roles":[{{"id":"peer","name":{{"zh-CN":"同事"}},"by":"others","weight":"1"}},
            {{"id":"boss","name":{{"zh-CN":"上级"}},"by":"others","weight":"1"}}],
            "sections":[{{"id":"a","name":{{"zh-CN":"甲"}},"criteria":[
            {{"id":"both","name":{{"zh-CN":"一"}},"points":"10","measure":{{"type":"rating"}}}},
            {{"id":"peers","name":{{"zh-CN":"二"}},"points":"10","measure":{{"type":"rating","roles":["peer"]}}}},
            {{"id":"third","name":{{"zh-CN":"三"}},"points":"10","measure":{{"type":"rating"}}{third}}}]}}],"total":{{"points":"30"}}}}"#
        );
        let form = |(at, (rater, role, scores)): (usize, &(&str, &str, &str))| {
            format!(
                r#"{{"id":"f{at}","revision":1,"scheme":{{"id":"s","version":"1"}},"period":"2026-10","subject":"X","rater":"{rater}","role":"{role}","date":"2026-10-31","scores":[{scores}]}}"#
            )
        };
        let text = format!(
            r#"{{"format":"kaohe-workbook","formatVersion":1,"id":"w","period":"2026-10","schemes":[{scheme}],"units":[{{"id":"u","name":{{"zh-CN":"组"}}}}],
            "people":[{{"id":"X","name":"某","unit":"u","scheme":"s"}},{{"id":"A","name":"甲"}},{{"id":"B","name":"乙"}},{{"id":"C","name":"丙"}}],
            "ratings":[{}]}}"#,
            crate::list::joined(&forms.iter().enumerate().map(form).listed(), ",")
        );
        Book::from_text(&text).unwrap().0
    }

    /// The sums of each role's lines, with how many there are, and how many forms were read at a glance.
    fn sums(book: &Book) -> (Vec<Vec<String>>, usize) {
        let (person, scheme, _) = book.subject("X").unwrap();
        let entries = book.entries(&person.id);
        let tallies = scheme.roles.iter().enumerate().map(|role| Tally::new(scheme, role, &entries)).listed();
        let said = |sum: Addition| format!("{} of {}", sum.sum().unwrap(), sum.count);
        let lines = tallies.iter().map(|tally| (0..3).map(|line| said(tally.of_line(line))).listed()).listed();
        let at_a_glance = |form: &&Rating| {
            let asked = scheme.role_at(&form.role).and_then(|role| scheme.asked_lines(role)).unwrap();
            form.scores.plain(&asked.ids).is_some_and(|numbers| asked.admits(numbers))
        };
        (lines, book.workbook().ratings.iter().filter(at_a_glance).count())
    }

    const BOTH: &str = r#"{"criterion":"both","score":9.5}"#;
    const PEERS: &str = r#"{"criterion":"peers","score":"8"}"#;
    const THIRD: &str = r#"{"criterion":"third","score":7.25}"#;
    const SAID: &str = r#"{"criterion":"third","score":7,"comment":"好"}"#;

    #[test]
    fn a_form_adds_the_same_however_it_is_written() {
        let whole = format!("{BOTH},{PEERS},{THIRD}");
        let turned = format!("{THIRD},{BOTH},{PEERS}");
        let bosses = format!("{BOTH},{SAID}");
        let lines = |peers: &[&str]| peers.iter().map(|&line| line.to_owned()).listed();
        let forms = [("A", "peer", &*whole), ("B", "peer", &*whole), ("C", "boss", &*bosses)];
        let plain = sums(&book("", &forms));
        assert_eq!(plain.0, [lines(&["19 of 2", "16 of 2", "14.5 of 2"]), lines(&["9.5 of 1", "0 of 0", "7 of 1"])]);
        assert_eq!(plain.1, 2, "a comment stands beside the boss's");
        let other = sums(&book("", &[forms[0], ("B", "peer", &*turned), forms[2]]));
        assert_eq!(other, (plain.0, 1));
        let lacking = sums(&book("", &[("A", "peer", BOTH), ("C", "boss", &format!("{BOTH},{THIRD}"))]));
        assert_eq!(lacking.0, [lines(&["9.5 of 1", "0 of 0", "0 of 0"]), lines(&["9.5 of 1", "0 of 0", "7.25 of 1"])]);
        assert_eq!(lacking.1, 1);
    }

    #[test]
    fn levels_add_their_points() {
        let levels = r#","scale":{"type":"levels","levels":[{"id":"good","name":{"zh-CN":"好"},"points":"10"},{"id":"bad","name":{"zh-CN":"差"},"points":"0"}]}"#;
        let form = format!(r#"{BOTH},{PEERS},{{"criterion":"third","level":"good"}}"#);
        let (lines, at_a_glance) = sums(&book(levels, &[("A", "peer", &*form), ("B", "peer", &*form)]));
        assert_eq!((lines[0][2].as_str(), at_a_glance), ("20 of 2", 0));
    }
}
