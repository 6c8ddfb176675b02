//! JSON text (RFC 8259) to plain data, with the place of everything in it.
//!
//! Ours, since serde_json tells no places of what is well-formed, and is larger (see ARCHITECTURE.md).
//! It is held against serde_json in the tests: both accept the same texts and give the same values,
//! but for names that occur twice, nesting over 32 and numbers beyond a double.

use alloc::{format, string::String, vec::Vec};

use crate::record::{MAX_DEPTH, MAX_VALUES, Node, Value, repeated};
use crate::text::excerpt;

/// What is not JSON, and where.
pub(crate) struct SyntaxError {
    /// The byte offset in the text.
    pub(crate) at: usize,
    pub(crate) message: String,
    pub(crate) help: &'static str,
}

/// Reads one JSON value and nothing after it.
pub(crate) fn parse(text: &str) -> Result<Node, SyntaxError> {
    let mut parser = Parser { text, at: 0, depth: 0, n_values: 0 };
    parser.skip_blank();
    let node = parser.value()?;
    parser.skip_blank();
    match parser.peek() {
        None => Ok(node),
        Some(_) => parser.unexpected("the end of the file", "there is one object in a dataset file"),
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    n_values: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn error<T>(&self, at: usize, message: impl Into<String>, help: &'static str) -> Result<T, SyntaxError> {
        Err(SyntaxError { at, message: message.into(), help })
    }

    fn unexpected<T>(&self, expected: &str, help: &'static str) -> Result<T, SyntaxError> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        match rest.chars().next() {
            Some(c) => {
                let found = excerpt(rest.get(..c.len_utf8()).unwrap_or_default());
                self.error(self.at, format!("expected {expected}, found `{found}`"), help)
            }
            None => self.error(
                self.at,
                format!("expected {expected}, found the end of the file"),
                "the file is cut off: save or fetch it again",
            ),
        }
    }

    /// Steps over a character if it is next.
    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self) -> Result<Node, SyntaxError> {
        let at = self.at;
        self.n_values += 1;
        if self.n_values > MAX_VALUES {
            return self.error(at, "more than ten million values", "split it into several datasets");
        }
        let value = match self.peek() {
            Some(b'{') => self.nested(Self::object)?,
            Some(b'[') => self.nested(Self::list)?,
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b'a'..=b'z' | b'A'..=b'Z') => self.word()?,
            _ => return self.unexpected("a value", "a value is an object, a list, a string in double quotes, a number, `true`, `false` or `null`"),
        };
        Ok(Node { at: at as u32, end: self.at as u32, value })
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Value, SyntaxError>) -> Result<Value, SyntaxError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return self.error(self.at, "nested deeper than 32 levels", "a dataset needs 9");
        }
        self.at += 1;
        self.skip_blank();
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    /// After an item: whether another one follows before the closing bracket.
    fn goes_on(&mut self, close: u8, expected: &str) -> Result<bool, SyntaxError> {
        self.skip_blank();
        if self.eat(close) {
            return Ok(false);
        }
        if !self.eat(b',') {
            return self.unexpected(expected, "a comma stands between two items");
        }
        self.skip_blank();
        match self.peek() == Some(close) {
            true => self.error(self.at, "a comma before the closing bracket", "take the comma away"),
            false => Ok(true),
        }
    }

    fn list(&mut self) -> Result<Value, SyntaxError> {
        let mut list = Vec::new();
        let mut more = !self.eat(b']');
        while more {
            list.push(self.value()?);
            more = self.goes_on(b']', "`,` or `]`")?;
        }
        Ok(Value::List(list))
    }

    fn object(&mut self) -> Result<Value, SyntaxError> {
        let mut fields: Vec<(String, Node)> = Vec::new();
        let mut more = !self.eat(b'}');
        while more {
            let at = self.at;
            if self.peek() != Some(b'"') {
                return self.unexpected("a name in double quotes", "JSON has no comments and no bare names");
            }
            let name = self.string()?;
            self.skip_blank();
            if !self.eat(b':') {
                return self.unexpected("`:`", "a colon stands between name and value");
            }
            self.skip_blank();
            let value = self.value()?;
            fields.push((name, Node { at: at as u32, ..value }));
            more = self.goes_on(b'}', "`,` or `}`")?;
        }
        if let Some(twice) = repeated(&fields) {
            let (name, node) = &fields[twice];
            return self.error(
                node.at as usize,
                format!("`{}` occurs twice", excerpt(name)),
                "names are unique in an object",
            );
        }
        Ok(Value::Object(fields))
    }

    fn word(&mut self) -> Result<Value, SyntaxError> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        for (word, value) in
            [("true", Value::Bool(true)), ("false", Value::Bool(false)), ("null", Value::Null)]
        {
            let after = rest.as_bytes().get(word.len());
            if rest.starts_with(word) && !after.is_some_and(u8::is_ascii_alphanumeric) {
                self.at += word.len();
                return Ok(value);
            }
        }
        self.unexpected("a value", "strings stand in double quotes")
    }

    /// A number, near enough for scores: the core has no use for more than 15 digits.
    fn number(&mut self) -> Result<Value, SyntaxError> {
        const HELP: &str = "a number looks like -12.5";
        let negative = self.eat(b'-');
        let mut mantissa = 0.0;
        let mut exponent = 0_i32;
        let leading_zero = self.peek() == Some(b'0');
        let n_digits = self.digits(|digit| mantissa = mantissa * 10.0 + digit);
        if n_digits == 0 || (leading_zero && n_digits > 1) {
            return self.error(self.at, "not a number", HELP);
        }
        if self.eat(b'.') {
            let n_decimals = self.digits(|digit| mantissa = mantissa * 10.0 + digit);
            if n_decimals == 0 {
                return self.unexpected("a digit", HELP);
            }
            exponent -= n_decimals as i32;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let negative = self.eat(b'-');
            if !negative {
                self.eat(b'+');
            }
            let mut given = 0.0;
            if self.digits(|digit| given = given * 10.0 + digit) == 0 {
                return self.unexpected("a digit", HELP);
            }
            // Saturates: beyond this everything is zero or infinite.
            let given = if given > 9999.0 { 9999 } else { given as i32 };
            exponent += if negative { -given } else { given };
        }
        let scale = (0..exponent.unsigned_abs().min(700)).fold(1.0, |scale, _| scale * 10.0);
        let number = match exponent < 0 {
            _ if mantissa == 0.0 => 0.0,
            true => mantissa / scale,
            false => mantissa * scale,
        };
        Ok(Value::Number(if negative { -number } else { number }))
    }

    fn digits(&mut self, mut each: impl FnMut(f64)) -> usize {
        let start = self.at;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            each(f64::from(digit - b'0'));
            self.at += 1;
        }
        self.at - start
    }

    fn string(&mut self) -> Result<String, SyntaxError> {
        let mut string = String::new();
        self.at += 1;
        loop {
            let start = self.at;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | 0..=0x1F)) {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(string);
                }
                Some(b'\\') => string.push(self.escape()?),
                Some(_) => {
                    return self.error(
                        self.at,
                        "a line break or control character in a string",
                        "write it as \\n or \\u000a",
                    );
                }
                None => return self.unexpected("`\"`", ""),
            }
        }
    }

    fn escape(&mut self) -> Result<char, SyntaxError> {
        let at = self.at;
        self.at += 2;
        let c = match self.text.as_bytes().get(at + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(at),
            _ => return self.error(at, "not an escape", "a backslash is written \\\\"),
        };
        Ok(c)
    }

    /// `\uXXXX`, or two of them for a character beyond the basic plane.
    fn unicode(&mut self, at: usize) -> Result<char, SyntaxError> {
        let mut code = self.hex();
        if let Some(high @ 0xD800..0xDC00) = code
            && self.eat(b'\\')
            && self.eat(b'u')
        {
            code = match self.hex() {
                Some(low @ 0xDC00..0xE000) => Some(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00)),
                _ => None,
            };
        }
        match code.and_then(char::from_u32) {
            Some(c) => Ok(c),
            None => self.error(
                at,
                "not a character",
                "\\u takes four hexadecimal digits; a surrogate comes in pairs",
            ),
        }
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4)?;
        self.at += 4;
        digits.iter().try_fold(0, |code, &digit| Some(code << 4 | char::from(digit).to_digit(16)?))
    }
}
