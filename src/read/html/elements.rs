//! What HTML's elements do to text.

/// Elements without content.
pub fn is_void(name: &str) -> bool {
    const VOID: [&str; 14] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    ];
    VOID.contains(&name)
}

/// Elements that begin and end a paragraph.
pub fn is_block(name: &str) -> bool {
    const BLOCK: [&str; 44] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "title",
        "ul",
        "textarea",
    ];
    BLOCK.contains(&name)
}

/// Elements whose content does not show, or is no text of the page.
pub fn is_hidden(name: &str) -> bool {
    const HIDDEN: [&str; 14] = [
        "audio", "canvas", "datalist", "head", "iframe", "math", "nav", "noscript", "object",
        "script", "style", "svg", "template", "video",
    ];
    HIDDEN.contains(&name)
}

/// Elements that show in bold.
pub fn is_bold(name: &str) -> bool {
    matches!(
        name,
        "b" | "strong" | "th" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
    )
}

/// Elements that may stand in a page's head; anything else ends it.
pub fn is_of_head(name: &str) -> bool {
    matches!(
        name,
        "title" | "meta" | "link" | "base" | "script" | "style" | "template" | "noscript" | "head"
    )
}

/// Elements that make up tables.
pub fn is_of_table(name: &str) -> bool {
    matches!(
        name,
        "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th"
    )
}

/// What a `style` attribute says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Inline {
    /// `font-weight`
    pub bold: Option<bool>,
    /// `display: none`
    pub hidden: bool,
    /// `list-style-type: none`
    pub no_marker: bool,
}

impl Inline {
    /// Reads declarations; those that are not known say nothing.
    pub fn read(style: &str) -> Self {
        let mut inline = Inline::default();
        for (name, value) in style.split(';').filter_map(|d| d.split_once(':')) {
            let value = value.trim().to_ascii_lowercase();
            match name.trim().to_ascii_lowercase().as_str() {
                "font-weight" => {
                    let number = value.parse::<u32>().ok();
                    inline.bold = Some(number.map_or(value.starts_with("bold"), |n| n >= 600));
                }
                "display" => inline.hidden |= value == "none",
                "visibility" => inline.hidden |= value == "hidden",
                "list-style" | "list-style-type" => {
                    inline.no_marker |= value.split(' ').any(|v| v == "none")
                }
                _ => {}
            }
        }
        inline
    }
}
