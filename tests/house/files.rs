//! The files of a crate, and which of them uses what another one declares.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemUse, UseTree};

use super::Known;

/// A path of modules and of what the last one declares.
type Words = Vec<String>;

/// Every file by its module, which for `a/mod.rs` is `a`.
pub(crate) struct Files(BTreeMap<Words, File>);

struct File {
    /// As it is told: the path below `src/`, without the ending.
    name: String,
    /// Names that `use` brings in, and where from.
    imports: BTreeMap<String, Words>,
    /// Modules of which `use` brings in everything.
    globs: Vec<Words>,
    /// What the file declares, in macros too.
    declared: BTreeSet<String>,
    /// Every path that is used, as it is written.
    paths: BTreeSet<Words>,
    /// How many modules deep inside the file the reading is.
    inside: usize,
}

impl Files {
    /// Every file of a folder.
    pub(crate) fn read(root: &Path) -> Self {
        let mut found = Vec::new();
        gather(root, root, &mut found);
        Self::of(&found.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
    }

    /// Files by their names, as `a/inner`, and their texts.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|(name, text)| (module_of(name), File::of(name, text))).collect())
    }

    /// What each file knows.
    pub(crate) fn known(&self) -> Known {
        self.0.iter().map(|(module, file)| (file.name.clone(), self.known_of(module, file))).collect()
    }

    fn known_of(&self, module: &Words, file: &File) -> BTreeMap<String, BTreeSet<String>> {
        let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for path in &file.paths {
            let found = self.absolute(module, path).and_then(|path| self.declaring(&path, 0));
            if let Some(other) = found.filter(|other| other.name != file.name) {
                known.entry(other.name.clone()).or_default().insert(path.join("::"));
            }
        }
        known
    }

    /// A path as it is written in a module, from the root of the crate; nothing where it leads out of it.
    fn absolute(&self, module: &Words, path: &[String]) -> Option<Words> {
        let by_name = self.by_name(module, path);
        by_name.or_else(|| {
            let from = self.by_glob(module, self.0.get(module)?, path.first()?)?;
            Some([from.as_slice(), path].concat())
        })
    }

    /// The same, where nothing that is brought in without being named is needed for it.
    fn by_name(&self, module: &Words, path: &[String]) -> Option<Words> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => self.absolute_below(module, rest),
            "super" => {
                let (_, above) = module.split_last()?;
                self.absolute_below(&above.to_vec(), rest)
            }
            _ => {
                let file = self.0.get(module)?;
                if let Some(from) = file.imports.get(first).filter(|from| from[0] != *first) {
                    return self.by_name(module, &[from.as_slice(), rest].concat());
                }
                let child = [module.as_slice(), std::slice::from_ref(first)].concat();
                self.0.contains_key(&child).then(|| [module.as_slice(), path].concat())
            }
        }
    }

    fn absolute_below(&self, module: &Words, rest: &[String]) -> Option<Words> {
        match rest.first().map(String::as_str) {
            Some("super") => self.by_name(module, rest),
            _ => Some([module.as_slice(), rest].concat()),
        }
    }

    /// The module of which a file brings in everything that has a name of these.
    fn by_glob(&self, module: &Words, file: &File, name: &String) -> Option<Words> {
        let from = file.globs.iter().filter_map(|glob| self.by_name(module, glob));
        from.into_iter().find(|from| {
            let there = self.0.get(from);
            there.is_some_and(|there| there.declared.contains(name) || there.imports.contains_key(name))
        })
    }

    /// The file that declares what a path names, through all re-exports.
    fn declaring(&self, path: &[String], depth: usize) -> Option<&File> {
        assert!(depth < 20, "re-exports in a circle: {path:?}");
        let length = (0..=path.len()).rev().find(|length| self.0.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(length);
        let file = &self.0[module];
        let Some((first, rest)) = rest.split_first() else { return Some(file) };
        let Some(from) = file.imports.get(first) else {
            let from = self.by_glob(&module.to_vec(), file, first);
            return from.and_then(|from| self.0.get(&from)).or(Some(file));
        };
        // A macro is handed on under its own name where it is declared.
        if from[0] == *first && from.len() == 1 {
            return Some(file);
        }
        match self.absolute(&module.to_vec(), &[from.as_slice(), rest].concat()) {
            Some(further) if further != path => self.declaring(&further, depth + 1),
            _ => Some(file),
        }
    }
}

fn gather(root: &Path, folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(root, &path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(root).unwrap().with_extension("").to_string_lossy().replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

fn module_of(name: &str) -> Words {
    let mut words: Words = name.split('/').map(str::to_owned).collect();
    if words.last().is_some_and(|last| last == "mod") || name == "lib" {
        words.pop();
    }
    words
}

impl File {
    fn of(name: &str, text: &str) -> Self {
        let mut file = Self {
            name: name.to_owned(),
            imports: BTreeMap::new(),
            globs: Vec::new(),
            declared: BTreeSet::new(),
            paths: BTreeSet::new(),
            inside: 0,
        };
        file.visit_file(&syn::parse_file(text).unwrap_or_else(|error| panic!("{name}: {error}")));
        file
    }

    /// Keeps what `use` brings in.
    fn keep_import(&mut self, before: &[String], tree: &UseTree) {
        let with = |word: &syn::Ident| [before, &[word.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.keep_import(&with(&path.ident), &path.tree),
            UseTree::Name(name) if name.ident == "self" => {
                before.last().into_iter().for_each(|last| self.import(last.clone(), before));
            }
            UseTree::Name(name) => self.import(name.ident.to_string(), &with(&name.ident)),
            UseTree::Rename(name) => {
                let path = if name.ident == "self" { before.to_vec() } else { with(&name.ident) };
                self.import(name.rename.to_string(), &path);
            }
            UseTree::Glob(_) => self.globs.extend(self.of_file(before)),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.keep_import(before, tree)),
        }
    }

    fn import(&mut self, name: String, path: &[String]) {
        let path = self.of_file(path).filter(|path| self.inside == 0 || path.len() > 1);
        self.imports.extend(path.map(|path| (name, path)));
    }

    /// A path as the file itself would write it; nothing where it leads from a module inside the file to that file.
    fn of_file(&self, path: &[String]) -> Option<Words> {
        let out = path.iter().take(self.inside).take_while(|word| *word == "super").count();
        Some(path[out..].to_vec()).filter(|path| !path.is_empty())
    }

    /// Keeps the paths of what a macro is given, or is made of.
    fn keep_tokens(&mut self, tokens: TokenStream) {
        let mut path: Words = Vec::new();
        let mut colons = 0;
        let mut declares = false;
        for token in tokens {
            match token {
                TokenTree::Ident(word) => {
                    if std::mem::replace(&mut declares, word == "struct" || word == "enum") {
                        self.declared.insert(word.to_string());
                    }
                    if colons != 2 {
                        self.keep(std::mem::take(&mut path));
                    }
                    path.push(word.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.keep(std::mem::take(&mut path));
                    self.keep_tokens(group.stream());
                }
                _ => self.keep(std::mem::take(&mut path)),
            }
            if colons > 2 {
                self.keep(std::mem::take(&mut path));
            }
        }
        self.keep(path);
    }

    fn keep(&mut self, path: Words) {
        // `super` by itself says who may see something, not what is used.
        let path = self.of_file(&path).filter(|path| path.len() > 1 || !matches!(path[0].as_str(), "super" | "crate"));
        self.paths.extend(path);
    }
}

impl File {
    fn declare(&mut self, item: &Item) {
        let name = match item {
            Item::Struct(item) => &item.ident,
            Item::Enum(item) => &item.ident,
            Item::Trait(item) => &item.ident,
            Item::Type(item) => &item.ident,
            Item::Const(item) => &item.ident,
            _ => return,
        };
        self.declared.insert(name.to_string());
    }
}

/// Whether an item is there only in unit tests.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let list = attribute.meta.require_list();
        list.is_ok_and(|list| list.path.is_ident("cfg") && list.tokens.to_string().contains("test"))
    })
}

impl<'ast> Visit<'ast> for File {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Mod(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            _ => {
                self.declare(item);
                return visit::visit_item(self, item);
            }
        };
        if !is_test(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        self.inside += 1;
        visit::visit_item_mod(self, module);
        self.inside -= 1;
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.keep_import(&[], &item.tree);
    }

    /// Who may see something is not what is used.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.keep(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        self.keep_tokens(call.tokens.clone());
    }
}
