//! RTF's tokens (Rich Text Format specification 1.9.1, "Syntax").

/// A token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\par`, `\b0`: a word and its number.
    Word(&'a str, Option<i32>),
    /// `\~`, `\*`: a sign.
    Sign(u8),
    /// A byte of text, `\'f5` or as it stands.
    Byte(u8),
}

/// Splits RTF into tokens. Line ends are none, and `\bin` is left out with its bytes.
pub struct Lexer<'a>(pub &'a [u8]);

impl<'a> Iterator for Lexer<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            match byte {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\r' | b'\n' | 0 => {}
                b'\\' => match self.control() {
                    Some(Token::Word("bin", length)) => {
                        let length = usize::try_from(length.unwrap_or(0)).unwrap_or(0);
                        self.0 = self.0.get(length..).unwrap_or_default();
                    }
                    token => return token,
                },
                byte => return Some(Token::Byte(byte)),
            }
        }
    }
}

impl<'a> Lexer<'a> {
    /// Reads what follows a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let letters = self
            .0
            .iter()
            .take_while(|b| b.is_ascii_alphabetic())
            .count();
        if letters == 0 {
            let (&sign, rest) = self.0.split_first()?;
            self.0 = rest;
            return Some(match sign {
                b'\'' => self.hex(),
                b'\r' | b'\n' => Token::Word("par", None),
                b'\t' => Token::Word("tab", None),
                sign => Token::Sign(sign),
            });
        }
        let (word, rest) = self.0.split_at_checked(letters)?;
        self.0 = rest;
        let word = std::str::from_utf8(word).ok()?;
        let number = self.number();
        if self.0.first() == Some(&b' ') {
            self.0 = self.0.get(1..).unwrap_or_default();
        }
        Some(Token::Word(word, number))
    }

    /// `-?[0-9]{1,10}`; what does not fit is 0.
    fn number(&mut self) -> Option<i32> {
        let sign = usize::from(self.0.first() == Some(&b'-'));
        let digits = self
            .0
            .iter()
            .skip(sign)
            .take(10)
            .take_while(|b| b.is_ascii_digit())
            .count();
        if digits == 0 {
            return None;
        }
        let (number, rest) = self.0.split_at_checked(sign + digits)?;
        self.0 = rest;
        Some(std::str::from_utf8(number).ok()?.parse().unwrap_or(0))
    }

    /// Two hexadecimal digits; what is none is left out.
    fn hex(&mut self) -> Token<'a> {
        let digits = self.0.get(..2).and_then(|d| std::str::from_utf8(d).ok());
        match digits.and_then(|d| u8::from_str_radix(d, 16).ok()) {
            Some(byte) => {
                self.0 = self.0.get(2..).unwrap_or_default();
                Token::Byte(byte)
            }
            None => Token::Sign(b'\''),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens() {
        let tokens: Vec<Token> =
            Lexer(b"{\\b1 x\\par\r\n\\u-10?\\'F5\\~\\bin3 }}}\\pard}").collect();
        let word = |w, n| Token::Word(w, n);
        assert_eq!(
            tokens,
            [
                Token::Open,
                word("b", Some(1)),
                Token::Byte(b'x'),
                word("par", None),
                word("u", Some(-10)),
                Token::Byte(b'?'),
                Token::Byte(0xF5),
                Token::Sign(b'~'),
                word("pard", None),
                Token::Close,
            ]
        );
    }

    #[test]
    fn what_ends_too_early() {
        for bytes in [
            &b"\\"[..],
            b"\\'",
            b"\\'f",
            b"\\bin99999999999 x",
            b"\\u-",
            b"\\b-99999999999",
        ] {
            assert!(Lexer(bytes).count() < 8);
        }
    }
}
