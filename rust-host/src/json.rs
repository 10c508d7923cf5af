//! A writer for JSON, as small as the records need. Its own because Python's
//! text may hold lone surrogates, which JSON can spell and Rust's strings not.

use std::fmt::{Display, Write};

use crate::text::{Part, Text};

/// Writes one JSON object, a field at a time.
///
/// ```
/// use rustpython_host::json::Object;
///
/// let json = Object::write(|object| {
///     object.text("kind", "final");
///     object.value("exit_code", 3);
/// });
/// assert_eq!(json, r#"{"kind":"final","exit_code":3}"#);
/// ```
#[derive(Debug)]
pub struct Object<'a> {
    out: &'a mut String,
    empty: bool,
}

impl Object<'_> {
    /// The object that `fill` writes, on one line.
    pub fn write(fill: impl FnOnce(&mut Object<'_>)) -> String {
        let mut out = String::new();
        write_object(&mut out, fill);
        out
    }

    /// A field whose value is JSON as Rust displays it: a number or a boolean.
    pub fn value(&mut self, key: &str, value: impl Display) {
        self.key(key);
        let _ = write!(self.out, "{value}");
    }

    /// A field that holds text.
    pub fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        write_str(self.out, value);
    }

    /// A field that holds nothing.
    pub fn null(&mut self, key: &str) {
        self.value(key, "null");
    }

    /// A field that holds a number, or nothing.
    pub fn optional_value(&mut self, key: &str, value: Option<impl Display>) {
        match value {
            Some(value) => self.value(key, value),
            None => self.null(key),
        }
    }

    /// A field that holds text, or nothing.
    pub fn optional_text(&mut self, key: &str, value: Option<&str>) {
        match value {
            Some(value) => self.text(key, value),
            None => self.null(key),
        }
    }

    /// A field that holds Python's text, or nothing.
    pub fn python_text(&mut self, key: &str, value: Option<&Text>) {
        self.key(key);
        match value {
            Some(value) => write_text(self.out, value),
            None => self.out.push_str("null"),
        }
    }

    /// A field that holds an object.
    pub fn object(&mut self, key: &str, fill: impl FnOnce(&mut Object<'_>)) {
        self.key(key);
        write_object(self.out, fill);
    }

    /// A field that holds an array of objects.
    pub fn objects<T>(&mut self, key: &str, items: &[T], fill: impl Fn(&T, &mut Object<'_>)) {
        self.array(key, items, |item, out| {
            write_object(out, |object| fill(item, object))
        });
    }

    /// A field that holds an array of Python's text.
    pub fn python_texts(&mut self, key: &str, items: &[Text]) {
        self.array(key, items, |item, out| write_text(out, item));
    }

    /// A field that holds an array of text.
    pub fn texts(&mut self, key: &str, items: &[&str]) {
        self.array(key, items, |item, out| write_str(out, item));
    }

    fn array<T>(&mut self, key: &str, items: &[T], write: impl Fn(&T, &mut String)) {
        self.key(key);
        self.out.push('[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            write(item, self.out);
        }
        self.out.push(']');
    }

    fn key(&mut self, key: &str) {
        if !self.empty {
            self.out.push(',');
        }
        self.empty = false;
        write_str(self.out, key);
        self.out.push(':');
    }
}

fn write_object(out: &mut String, fill: impl FnOnce(&mut Object<'_>)) {
    out.push('{');
    fill(&mut Object { out, empty: true });
    out.push('}');
}

fn write_str(out: &mut String, text: &str) {
    out.push('"');
    escape(out, text);
    out.push('"');
}

fn write_text(out: &mut String, text: &Text) {
    out.push('"');
    for part in text.parts() {
        match part {
            Part::Str(text) => escape(out, text),
            Part::Surrogate(unit) => escape_unit(out, unit),
        }
    }
    out.push('"');
}

fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\0'..='\x1f' | '\x7f' => escape_unit(out, character as u16),
            _ => out.push(character),
        }
    }
}

fn escape_unit(out: &mut String, unit: u16) {
    let _ = write!(out, "\\u{unit:04x}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_escaping_is_escaped() {
        let json = Object::write(|object| {
            object.text("a\"b", "\\\n\x01");
            object.python_text("surrogate", Some(&Text::from_wtf8(b"\xED\xB2\x80")));
            object.python_texts("list", &[Text::from("x"), Text::from("é")]);
            object.object("nothing", |_| {});
        });
        let expected =
            r#"{"a\"b":"\\\n\u0001","surrogate":"\udc80","list":["x","é"],"nothing":{}}"#;
        assert_eq!(json, expected);
    }
}
