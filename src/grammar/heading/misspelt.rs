//! Headings that are known only if a letter or two are allowed to be wrong.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use rustc_hash::FxHashSet;
use strsim::osa_distance;

use super::{Found, is_capitals, is_roman, line_at, number};
use crate::grammar::fold::fold;
use crate::grammar::pack::{Pack, Spelling, Spellings};
use crate::layout::{Block, Line, Marker};
use crate::record::SectionKind;
use crate::text::Text;

/// So many letters of a wording may be wrong, by its length in letters: short words become others too easily.
const MOST_WRONG: [(usize, usize); 2] = [(5, 1), (7, 2)];

/// Any other kind of section must be this much further away than the one that is taken.
const MARGIN: usize = 2;

/// Wordings further away than this decide nothing.
const FARTHEST: usize = MARGIN + 2;

/// The wordings of a pack, and words of the document.
struct Wordings<'p> {
    pack: &'p Pack,
    /// What the known headings begin with, and the words above the first: "kojamehe" of "Kojamehe õigused".
    firsts: Vec<String>,
}

impl Wordings<'_> {
    fn of<'p>(pack: &'p Pack, blocks: &[Block], known: &[Found]) -> Wordings<'p> {
        let first = |h: &Found| fold(&joined(&h.lines)).split(' ').next().map(str::to_owned);
        let preamble = known.first().map_or(0, |h| h.at);
        let title = blocks[..preamble].iter().flat_map(Block::lines);
        let mut firsts: Vec<String> = known.iter().filter_map(first).collect();
        for line in title {
            let folded = fold(line.as_str());
            let long = words(&folded).filter(|w| w.chars().count() >= LONG_WORD);
            firsts.extend(long.map(str::to_owned));
        }
        Wordings { pack, firsts }
    }

    /// A whole text that nearly ends as a wording that begins with `*`: "Ringijuhi töülesanded".
    fn loose(&self, text: &str) -> Option<(usize, String, SectionKind)> {
        let folded = fold(text);
        let blanks: Vec<usize> = folded.match_indices(' ').map(|(i, _)| i).collect();
        blanks.into_iter().take(STAR_WORDS).find_map(|blank| {
            let (head, tail) = (&folded[..blank], &folded[blank + 1..]);
            let last = head.rsplit(' ').next().unwrap_or(head);
            let is_stop = self.pack.document.conjunctions.iter().any(|c| c == last);
            let (_, meant, kind) = nearest(&self.pack.spellings().tails, tail)
                .filter(|(end, ..)| *end == tail.len() && !is_stop)?;
            Some((text.len(), format!("{head} {meant}"), kind))
        })
    }

    /// A text of one word that is two of another heading: "Kojamehevastutus" beside "Kojamehe õigused".
    fn without_blank(&self, text: &str) -> Option<(usize, String, SectionKind)> {
        let folded = fold(text);
        let folded = folded.trim_end_matches([':', '.']);
        self.pack.spellings().tails.iter().find_map(|tail| {
            let head = folded.strip_suffix(tail.text.as_str())?;
            let mut firsts = self.firsts.iter();
            let first = firsts.find(|f| osa_distance(f, head) <= allowed(f))?;
            Some((text.len(), format!("{first} {}", tail.text), tail.kind))
        })
    }
}

/// The most words that a `*` stands for here.
const STAR_WORDS: usize = 3;

/// Marks headings that only a wording with `*` knows, though they are nearly another wording of their kind ("Ametikohale
/// estatavad nõuded" by "* nõuded"), or begin nearly as other headings do ("SOTSIAALPEDAOOGI ÕIGUSED").
pub(super) fn mark_loose(pack: &Pack, blocks: &[Block], known: &mut [Found]) {
    let folded = |h: &Found| {
        fold(&joined(&h.lines))
            .trim_end_matches([':', '.'])
            .to_owned()
    };
    let folded: Vec<String> = known.iter().map(folded).collect();
    let loose: Vec<usize> = (0..known.len())
        .filter(|&i| pack.headings.is_loose(&folded[i]))
        .collect();
    if loose.is_empty() {
        return;
    }
    let (outside, words) = (OnceCell::new(), OnceCell::new());
    for i in loose {
        let read = Spelling::new(&folded[i], known[i].kind);
        let mut of_kind = pack
            .spellings()
            .plain
            .iter()
            .filter(|w| w.kind == read.kind && w.may_be(&read, FARTHEST))
            .map(|w| &w.text);
        known[i].meant = of_kind
            .find(|w| is_slip(w, &folded[i], allowed(w)))
            .cloned()
            .or_else(|| as_others_begin(&folded, i))
            .or_else(|| {
                let outside = outside.get_or_init(|| Outside::of(blocks, known));
                let words = words.get_or_init(|| Words::of(pack.spellings(), outside));
                words.meant(&folded[i])
            });
    }
}

/// The folded lines outside the headings: those above the first heading, and the others.
struct Outside {
    preamble: Vec<String>,
    rest: Vec<String>,
}

impl Outside {
    fn of(blocks: &[Block], known: &[Found]) -> Outside {
        let (mut preamble, mut rest) = (Vec::new(), Vec::new());
        let first = known.first().map_or(0, |h| h.at);
        let mut headings = known.iter().peekable();
        for (at, block) in blocks.iter().enumerate() {
            while headings.next_if(|h| h.at + h.used <= at).is_some() {}
            let heading = headings.peek();
            if heading.is_some_and(|h| h.at <= at && h.rest.is_none()) {
                continue;
            }
            let lines = if at < first { &mut preamble } else { &mut rest };
            lines.extend(block.lines().iter().map(|l| fold(l.as_str())));
        }
        Outside { preamble, rest }
    }
}

/// The words that may stand in a heading: those of the pack's headings, and those of the document outside its headings.
struct Words<'w> {
    /// Every one of them: none of these is misspelt.
    all: FxHashSet<&'w str>,
    /// Those that another word may be meant for: the pack's, the title's, and what the document says twice.
    sure: BTreeSet<&'w str>,
}

impl<'w> Words<'w> {
    fn of(spellings: &'w Spellings, outside: &'w Outside) -> Words<'w> {
        let of_pack = spellings.plain.iter().chain(&spellings.tails);
        let title = outside.preamble.iter().flat_map(|l| words(l));
        let sure = of_pack.flat_map(|w| words(&w.text)).chain(title);
        let mut sure: BTreeSet<&str> = sure.collect();
        let mut all: FxHashSet<&str> = sure.iter().copied().collect();
        let said = outside.rest.iter().flat_map(|l| words(l));
        sure.extend(said.filter(|word| !all.insert(word)));
        Words { all, sure }
    }

    /// A heading with the word that was meant, if one of its words is one of these but for a letter or two.
    fn meant(&self, heading: &str) -> Option<String> {
        words(heading).find_map(|word| {
            let long = |w: &str| w.chars().count() >= LONG_WORD;
            if self.all.contains(word) || !long(word) {
                return None;
            }
            let mut sure = self.sure.iter();
            let meant = sure.find(|w| long(w) && is_slip(w, word, allowed(w)))?;
            Some(heading.replacen(word, meant, 1))
        })
    }
}

/// Shorter words become others too easily.
const LONG_WORD: usize = 7;

/// The words of a folded text, without punctuation.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    let words = folded.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    words.filter(|w| !w.is_empty())
}

fn joined(lines: &[Text]) -> String {
    let lines: Vec<&str> = lines.iter().map(Text::as_str).collect();
    lines.join(" ")
}

/// The heading with the first word of at least two others, if its own is that but for a letter or two.
fn as_others_begin(headings: &[String], at: usize) -> Option<String> {
    let first = |h: &'_ String| h.split(' ').next().unwrap_or_default().to_owned();
    let own = first(&headings[at]);
    let same = |word: &String| headings.iter().filter(|h| first(h) == *word).count();
    let other = headings
        .iter()
        .map(first)
        .find(|word| same(word) >= 2 && is_slip(word, &own, allowed(word)))?;
    (same(&own) == 1).then(|| other + &headings[at][own.len()..])
}

/// Whether a text is a wording but for so many wrong letters, and not another form of its words: "töötajatele" is none of
/// "töötajale".
fn is_slip(wording: &str, text: &str, most: usize) -> bool {
    let distance = osa_distance(wording, text);
    if distance == 0 || distance > most {
        return false;
    }
    let (meant, read): (Vec<&str>, Vec<&str>) =
        (wording.split(' ').collect(), text.split(' ').collect());
    meant.len() != read.len() || meant.iter().zip(&read).any(|(m, r)| !is_form(m, r))
}

/// Whether two words may be forms of one: they begin alike and differ in their endings, but not by a letter left out within
/// them, and not in the order of letters only.
fn is_form(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let common = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (mut a, mut b) = (a[common..].to_vec(), b[common..].to_vec());
    let (short, long) = if a.len() < b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    if long.is_empty() {
        return true;
    }
    // "kogemusele", "kogemustele": the plural's letter is none that was left out.
    let plural = long.first() == Some(&'t');
    let left_out =
        long.len() == short.len() + 1 && !short.is_empty() && long.ends_with(short) && !plural;
    let endings = common >= STEM && long.len() <= ENDING;
    a.sort_unstable();
    b.sort_unstable();
    endings && !left_out && a != b
}

/// Forms of a word have at least this many letters in common.
const STEM: usize = 3;

/// An ending of Estonian nouns has at most this many letters that matter here: "-tele", "-tega".
const ENDING: usize = 4;

/// Numbered lines between known headings that bear the next number, or the one before the next heading's, and nearly read as a
/// heading of the pack.
pub(super) fn headings(pack: &Pack, blocks: &[Block], known: &[Found]) -> Vec<Found> {
    let wordings = Wordings::of(pack, blocks, known);
    let mut out: Vec<Found> = Vec::new();
    for gap in 0..=known.len() {
        let before = gap.checked_sub(1).and_then(|i| known.get(i));
        let next = known.get(gap);
        let from = before.map_or(0, |h| h.at + h.used);
        let to = next.map_or(blocks.len(), |h| h.at);
        let mut expected = before.map_or(Some(1), |h| h.value.map(|v| v + 1));
        let mut last = next.and_then(|h| h.value);
        if before.is_some_and(|h| h.value.is_none()) {
            last = None;
        }
        for at in from..to {
            let Some((Some(value), ..)) = line_at(blocks, at).and_then(|l| number(l.as_str()))
            else {
                continue;
            };
            let fits = expected == Some(value) || last == Some(value + 1);
            // Where numbers begin anew, the next heading may be a first one too.
            if !fits || last.is_some_and(|l| l != 1 && value >= l) {
                continue;
            }
            if let Some(found) = heading(&wordings, blocks, at, to) {
                expected = Some(value + 1);
                out.push(found);
            }
        }
    }
    out
}

/// A numbered line that begins with nearly a wording of the pack, and with nothing else or with what opens a new sentence.
fn heading(wordings: &Wordings, blocks: &[Block], at: usize, to: usize) -> Option<Found> {
    let first = line_at(blocks, at)?;
    let (Some(value), text_from, number_end) = number(first.as_str())? else {
        return None;
    };
    let alone = text_from == first.as_str().len();
    let begin = if alone { at + 1 } else { at };
    let line = line_at(blocks, begin).filter(|_| begin < to)?;
    let from = if alone { 0 } else { text_from };
    let text = &line.as_str()[from..];
    let (end, meant, kind) = nearest(&wordings.pack.spellings().plain, text)
        .or_else(|| wordings.loose(text))
        .or_else(|| wordings.without_blank(text))?;
    let heading = line.text.slice(from, from + end).trim();
    let tail = rest(line, from + end);
    let opens = tail
        .as_ref()
        .is_none_or(|t| starts_new(heading.as_str(), t.as_str()));
    opens.then(|| Found {
        at,
        used: begin - at + 1,
        kind,
        value: Some(value),
        roman: is_roman(first),
        number: Some(first.text.slice(0, number_end)),
        separator: Some(first.text.slice(number_end, text_from).trim()),
        lines: vec![heading],
        meant: Some(meant),
        rest: tail,
    })
}

fn rest(line: &Line, from: usize) -> Option<Line> {
    let blank = line.as_str()[from..].len() - line.as_str()[from..].trim_start().len();
    (from + blank < line.as_str().len()).then(|| line.split(from + blank).1)
}

fn starts_new(heading: &str, rest: &str) -> bool {
    Marker::parse(rest).is_some()
        || rest.starts_with("on ")
        || heading.ends_with(':')
        || (is_capitals(heading) && !is_capitals(rest))
}

/// The wording nearest to the first words of a text: where these words end, the wording and its kind. All words of the line come
/// first, so that a longer heading wins over its beginning.
fn nearest(wordings: &[Spelling], text: &str) -> Option<(usize, String, SectionKind)> {
    let ends: Vec<usize> = text
        .match_indices(' ')
        .map(|(i, _)| i)
        .chain([text.len()])
        .take(LONGEST)
        .collect();
    ends.into_iter().rev().find_map(|end| {
        let read = Spelling::new(&fold(&text[..end]), SectionKind::Other);
        let most = MOST_WRONG.map(|(_, wrong)| wrong).into_iter().max()?;
        let (distance, meant, kind) = best(wordings, &read, most, None)?;
        if distance == 0 || distance > allowed(meant) {
            return None;
        }
        let rival = best(wordings, &read, FARTHEST, Some(kind)).map_or(usize::MAX, |(d, ..)| d);
        (rival >= distance + MARGIN).then(|| (end, meant.to_owned(), kind))
    })
}

/// The most words of a heading that are looked at.
const LONGEST: usize = 10;

/// The wording with the fewest wrong letters, of those that so many may make of the text.
fn best<'w>(
    wordings: &'w [Spelling],
    read: &Spelling,
    wrong: usize,
    but: Option<SectionKind>,
) -> Option<(usize, &'w str, SectionKind)> {
    wordings
        .iter()
        .filter(|w| but != Some(w.kind) && w.may_be(read, wrong))
        .map(|w| (osa_distance(&w.text, &read.text), w.text.as_str(), w.kind))
        .min_by_key(|(distance, ..)| *distance)
}

fn allowed(wording: &str) -> usize {
    let letters = wording.chars().count();
    MOST_WRONG
        .iter()
        .rev()
        .find(|(least, _)| letters >= *least)
        .map_or(0, |(_, wrong)| *wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<Spelling> {
        [
            ("vastutus", SectionKind::Responsibilities),
            ("õigused", SectionKind::Rights),
            ("üldosa", SectionKind::General),
            ("teenistuskoha eesmärk", SectionKind::Purpose),
            ("teenistuskoha ülesanded", SectionKind::Duties),
        ]
        .map(|(w, k)| Spelling::new(w, k))
        .into()
    }

    #[test]
    fn a_letter_or_two_may_be_wrong() {
        let kind = |text| nearest(&known(), text).map(|(_, _, kind)| kind);
        assert_eq!(kind("VASTUTSU"), Some(SectionKind::Responsibilities));
        assert_eq!(kind("Õigsued"), Some(SectionKind::Rights));
        assert_eq!(kind("ÜLDOSSA"), Some(SectionKind::General));
        assert_eq!(kind("Teenistuskoha esmärk"), Some(SectionKind::Purpose));
        assert_eq!(kind("Teenistuskoha asukoht"), None);
        assert_eq!(kind("Vastuvõtt"), None);
        assert_eq!(kind("Oigus"), None);
        assert_eq!(kind("Üldine"), None);
    }

    #[test]
    fn slips_are_no_forms() {
        let slip = |meant: &str, read: &str| is_slip(meant, read, allowed(meant));
        assert!(slip("nõuded töötajale", "nõuded tötajale"));
        assert!(slip("nõuded haridusele", "nõuded hariduslee"));
        assert!(slip("esitatavad nõuded", "sitatavad nõuded"));
        assert!(slip("kohustused ja ülesanded", "kohustused a ülesanded"));
        assert!(slip("sotsiaalpedagoogi", "sotsiaalpedagogi"));
        assert!(!slip("nõuded töötajale", "nõuded töötajatele"));
        assert!(!slip("nõuded töötajale", "nõuded töötajale"));
        assert!(!slip("nõuded teenistujale", "nõuded teenistujal"));
    }

    #[test]
    fn headings_begin_alike() {
        let headings = [
            "ringijuhi missioon",
            "ringijuhi vastutus",
            "rigijuhi õigused",
            "ringijuhile",
        ];
        let headings = headings.map(str::to_owned);
        let meant = as_others_begin(&headings, 2);
        assert_eq!(meant.as_deref(), Some("ringijuhi õigused"));
        assert_eq!(as_others_begin(&headings, 3), None);
    }
}
