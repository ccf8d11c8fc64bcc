//! A workbook as a page sees it.

use crate::appraise::current_answers;
use crate::json::answer;
use crate::list::Listed;
use crate::period::{CivilDate, Period};
use crate::scheme::{Checked, Title};
use crate::text::{Digest, Id, Name};
use crate::workbook::{Acknowledgement, Book, ClosedPeriod, OpenItem, Programme, WorkingCalendar, lists};

answer! {
    /// A scheme of a workbook.
    struct SchemeView<'b> {
        id: &'b Id,
        version: &'b Id,
        name: &'b Title,
        digest: &'b Digest,
        scheme: &'b crate::scheme::Scheme,
    }
}

impl<'b> SchemeView<'b> {
    fn of(checked: &'b Checked) -> Self {
        Self {
            id: &checked.id,
            version: &checked.version,
            name: &checked.name,
            digest: checked.digest(),
            scheme: checked.scheme(),
        }
    }
}

answer! {
    /// A subject's answer, and whether it is to the result as it stands now.
    struct AnswerView<'b> {
        acknowledgement: &'b Acknowledgement,
        current: bool,
    }
}

answer! {
    /// An earlier period.
    struct ClosedView<'b> {
        period: Period,
        author: &'b Name,
        date: CivilDate,
        digest: &'b Digest,
        /// What was left open.
        left: &'b [OpenItem] = default,
    }
}

impl<'b> ClosedView<'b> {
    fn of(closed: &'b ClosedPeriod) -> Self {
        Self {
            period: closed.period,
            author: &closed.author,
            date: closed.date,
            digest: &closed.digest,
            left: &closed.left,
        }
    }
}

/// Makes the view of the table, list by list: its fields and their values are gathered, then declared.
macro_rules! view {
    ([$book:ident] $($lists:tt)*) => { view!(@ $book [] [] $($lists)*); };
    (@ $book:ident [$($fields:tt)*] [$($values:tt)*]) => {
        answer! {
            /// What a workbook holds, for a page to show.
            pub(super) struct WorkbookView<'b> {
                id: &'b Id,
                title: Option<&'b Name> = default,
                period: Period,
                closed: bool,
                closing: Option<ClosedView<'b>> = default,
                programme: Option<&'b Programme> = default,
                working_calendar: Option<&'b WorkingCalendar> = default,
                digest: Digest,
                $($fields)*
            }
        }

        /// What a page shows of a workbook.
        pub(super) fn view($book: &Book) -> WorkbookView<'_> {
            let workbook = $book.workbook();
            WorkbookView {
                id: &workbook.id,
                title: workbook.title.as_ref(),
                period: workbook.period,
                closed: $book.is_closed(),
                closing: workbook.closed.as_ref().map(ClosedView::of),
                programme: workbook.programme.as_ref(),
                working_calendar: workbook.working_calendar.as_ref(),
                digest: $book.content_digest(),
                $($values)*
            }
        }
    };
    (@ $book:ident $fields:tt $values:tt $field:ident: $entry:ident {
        $list:ident = $key:literal, one $one:literal, names $names:tt, order $order:tt, rests $rests:ident,
        entered $entered:ident, merged $merged:ident, next $next:ident, differ $differ:tt, checked $checked:ident,
        shown $shown:ident
    } $($rest:tt)*) => { view!(@$shown $book $fields $values $field $entry $($rest)*); };
    (@no $book:ident $fields:tt $values:tt $field:ident $entry:ident $($rest:tt)*) => { view!(@ $book $fields $values $($rest)*); };
    (@as_is $book:ident [$($fields:tt)*] [$($values:tt)*] $field:ident $entry:ident $($rest:tt)*) => {
        view!(@ $book [$($fields)* $field: &'b [crate::workbook::$entry],]
            [$($values)* $field: &$book.workbook().$field,] $($rest)*);
    };
    (@schemes $book:ident [$($fields:tt)*] [$($values:tt)*] $field:ident $entry:ident $($rest:tt)*) => {
        view!(@ $book [$($fields)* $field: Vec<SchemeView<'b>>,] [$($values)* $field: schemes($book),] $($rest)*);
    };
    (@answers $book:ident [$($fields:tt)*] [$($values:tt)*] $field:ident $entry:ident $($rest:tt)*) => {
        view!(@ $book [$($fields)* $field: Vec<AnswerView<'b>>,] [$($values)* $field: answers($book),] $($rest)*);
    };
    (@closings $book:ident [$($fields:tt)*] [$($values:tt)*] $field:ident $entry:ident $($rest:tt)*) => {
        view!(@ $book [$($fields)* $field: Vec<ClosedView<'b>>,]
            [$($values)* $field: $book.workbook().$field.iter().map(ClosedView::of).listed(),] $($rest)*);
    };
}

lists!(view, book);

fn schemes(book: &Book) -> Vec<SchemeView<'_>> {
    book.schemes().iter().map(SchemeView::of).listed()
}

fn answers(book: &Book) -> Vec<AnswerView<'_>> {
    let answers = book.workbook().acknowledgements.iter().zip(current_answers(book));
    answers.map(|(acknowledgement, current)| AnswerView { acknowledgement, current }).listed()
}
