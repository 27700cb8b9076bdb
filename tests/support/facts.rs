//! The comparable facts of a record, and how two records differ in them.
//!
//! Strings are compared whole, after folding white space, a leading bullet and closing punctuation; in results and in
//! the purpose also item numbers such as 3.1.2. Only what the expected record shows is compared: a group that is absent
//! there is left open, except that an empty list must be empty.

use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

/// A group of facts, such as all rights.
struct Group {
    name: &'static str,
    /// Where it stands in a record: it is compared if the expected record has this.
    path: &'static [&'static str],
    facts: Vec<String>,
}

/// How a record differs from the expected one: a line for each fact that is missing or too many.
pub fn differences(expected: &Value, got: &Value) -> Vec<String> {
    let mut out = Vec::new();
    for (want, have) in groups(expected).into_iter().zip(groups(got)) {
        if !is_shown(expected, want.path) {
            continue;
        }
        let lines = |word: &str, facts: Vec<String>| {
            facts
                .into_iter()
                .map(|f| format!("{}: {word} {f:?}", want.name))
                .collect::<Vec<_>>()
        };
        out.extend(lines("missing", without(&want.facts, &have.facts)));
        out.extend(lines("unexpected", without(&have.facts, &want.facts)));
    }
    out
}

/// What is in `a` more often than in `b`.
fn without(a: &[String], b: &[String]) -> Vec<String> {
    let mut rest = b.to_vec();
    let mut out = Vec::new();
    for fact in a {
        match rest.iter().position(|r| r == fact) {
            Some(index) => drop(rest.swap_remove(index)),
            None => out.push(fact.clone()),
        }
    }
    out
}

fn is_shown(record: &Value, path: &[&str]) -> bool {
    let mut at = record;
    path.iter().all(|key| match at.get(key) {
        Some(value) => {
            at = value;
            true
        }
        None => false,
    })
}

/// All groups, in a fixed order.
fn groups(record: &Value) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    let mut add = |name, path, facts| out.push(Group { name, path, facts });
    let general = &record["general"];
    add(
        "general.institution",
        &["general", "institution"],
        one(&general["institution"]),
    );
    add(
        "general.job_title",
        &["general", "job_title"],
        one(&general["job_title"]),
    );
    add("general.unit", &["general", "unit"], one(&general["unit"]));
    add(
        "general.location",
        &["general", "location"],
        one(&general["location"]),
    );
    add(
        "general.manager",
        &["general", "manager"],
        many(&general["manager"]),
    );
    add(
        "general.substituted_by",
        &["general", "substituted_by"],
        many(&general["substituted_by"]),
    );
    add(
        "general.substitutes",
        &["general", "substitutes"],
        many(&general["substitutes"]),
    );
    add(
        "general.subordinates",
        &["general", "subordinates"],
        many(&general["subordinates"]),
    );
    add(
        "general.other_fields",
        &["general", "other_fields"],
        list(&general["other_fields"])
            .map(|f| fold(&f["label"]))
            .collect(),
    );
    let purpose = text(&record["purpose"]).filter(|p| !p.is_empty());
    add(
        "purpose",
        &["purpose"],
        purpose.map(bare).into_iter().collect(),
    );
    add(
        "duties",
        &["duties"],
        list(&record["duties"])
            .map(|d| {
                let number = text(&d["number"]).unwrap_or_default();
                format!("{} {}", number.trim_end_matches('.'), fold(&d["text"]))
            })
            .collect(),
    );
    let (mut subduties, mut results) = (Vec::new(), Vec::new());
    duties(&record["duties"], None, &mut subduties, &mut results);
    add("subduties", &["duties"], subduties);
    add("results", &["duties"], results);
    add(
        "unpaired_results",
        &["unpaired_results"],
        many(&record["unpaired_results"]),
    );
    add("rights", &["rights"], many(&record["rights"]));
    add(
        "responsibilities",
        &["responsibilities"],
        many(&record["responsibilities"]),
    );
    add("tools", &["tools"], many(&record["tools"]));
    add("amendment", &["amendment"], many(&record["amendment"]));
    requirements(&record["requirements"], &mut add);
    add("signature", &["signature"], signature(&record["signature"]));
    let approval = &record["approval"];
    add("approval.by", &["approval", "by"], one(&approval["by"]));
    add(
        "approval.number",
        &["approval", "number"],
        one(&approval["number"]),
    );
    add(
        "approval.date",
        &["approval", "date"],
        one(&approval["date"]),
    );
    add(
        "other_sections",
        &["other_sections"],
        list(&record["other_sections"])
            .map(|s| fold(&s["heading"]))
            .collect(),
    );
    add("sections", &["sections"], sections(&record["sections"]));
    out
}

fn requirements(
    requirements: &Value,
    add: &mut impl FnMut(&'static str, &'static [&'static str], Vec<String>),
) {
    let education = &requirements["education"];
    let fact = format!(
        "{} level {} eqf {}",
        fold(&education["text"]),
        education["level"],
        education["eqf"]
    );
    let facts = if education.is_object() {
        vec![fact]
    } else {
        Vec::new()
    };
    add("education", &["requirements", "education"], facts);

    let experience = &requirements["experience"];
    let items = list(&experience["items"]).map(|i| {
        let years = i["min_years"]
            .as_f64()
            .map_or("null".to_owned(), |y| y.to_string());
        format!("{years} years {}", i["kind"])
    });
    let mut facts: Vec<String> = items.collect();
    if experience.is_object() {
        facts.push(fold(&experience["text"]));
    }
    add("experience", &["requirements", "experience"], facts);

    let languages = list(&requirements["languages"]).map(|l| {
        let mut preferred: Vec<&str> = list(&l["preferred"]).filter_map(text).collect();
        preferred.sort_unstable();
        format!("{} {} preferred {preferred:?}", l["language"], l["level"])
    });
    add(
        "languages",
        &["requirements", "languages"],
        languages.collect(),
    );

    // How skills are divided into items is left open; the wording is not.
    let skills: Vec<&str> = list(&requirements["computer_skills"])
        .filter_map(text)
        .collect();
    let facts = if skills.is_empty() {
        Vec::new()
    } else {
        vec![folded(&skills.join(" "))]
    };
    add(
        "computer_skills",
        &["requirements", "computer_skills"],
        facts,
    );

    let competencies = || list(&requirements["competencies"]);
    add(
        "competencies",
        &["requirements", "competencies"],
        competencies().map(|c| fold(&c["name"])).collect(),
    );
    add(
        "competency indicators",
        &["requirements", "competencies"],
        competencies()
            .flat_map(|c| {
                list(&c["indicators"]).map(|i| format!("{} | {}", fold(&c["name"]), fold(i)))
            })
            .collect(),
    );
}

/// Duties within duties, each with the duty above it, and results, each with its duty.
fn duties(
    duties: &Value,
    above: Option<&str>,
    subduties: &mut Vec<String>,
    results: &mut Vec<String>,
) {
    for duty in list(duties) {
        let own = fold(&duty["text"]);
        if let Some(above) = above {
            subduties.push(format!("{above} | {own}"));
        }
        results.extend(
            list(&duty["results"])
                .filter_map(text)
                .map(|r| format!("{own} | {}", bare(r))),
        );
        self::duties(&duty["subduties"], Some(&own), subduties, results);
    }
}

fn signature(signature: &Value) -> Vec<String> {
    if !signature.is_object() {
        return Vec::new();
    }
    let digital = signature["digital"].as_bool().unwrap_or_default();
    let placeholders = list(&signature["placeholders"]).map(|p| format!("placeholder {p}"));
    placeholders.chain([format!("digital {digital}")]).collect()
}

/// The kinds of the sections; an expected record may have them as plain strings.
fn sections(sections: &Value) -> Vec<String> {
    list(sections)
        .enumerate()
        .map(|(i, s)| format!("{i} {}", text(s).or(text(&s["kind"])).unwrap_or_default()))
        .collect()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> Option<&str> {
    value.as_str()
}

fn one(value: &Value) -> Vec<String> {
    let there = text(value).filter(|t| !t.is_empty());
    there.map(folded).into_iter().collect()
}

fn many(value: &Value) -> Vec<String> {
    list(value).map(fold).collect()
}

fn fold(value: &Value) -> String {
    folded(text(value).unwrap_or_default())
}

static BULLET: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[▪•●○■□◦‣·\u{f0b7}o\-–—*]\s+").expect("a valid pattern"));
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(^|\s)\d+(?:\.\d+)+\.?\s+").expect("a valid pattern"));

fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    BULLET
        .replace(&line, "")
        .trim_end_matches([' ', '.', ';', ':', ','])
        .to_owned()
}

/// Folded, and without item numbers.
fn bare(text: &str) -> String {
    let mut line = text.to_owned();
    loop {
        let next = NUMBER.replace(&line, "$1").into_owned();
        if next == line {
            return folded(&line);
        }
        line = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_does_not_count_is_folded() {
        assert_eq!(folded("▪  saada\n teavet; "), "saada teavet");
        assert_eq!(bare("3.1.2. 3.1.3 Tulemus 2.5"), "Tulemus 2.5");
        assert_eq!(bare("hinne 3.5 või enam"), "hinne või enam");
    }

    #[test]
    fn each_missing_and_each_surplus_fact_is_a_difference() {
        let expected = json!({"rights": ["saada teavet;", "puhata"], "tools": []});
        let got = json!({"rights": ["• saada teavet", "puhata", "puhata"], "tools": ["arvuti"], "amendment": ["x"]});
        assert_eq!(
            differences(&expected, &got),
            [
                "rights: unexpected \"puhata\"",
                "tools: unexpected \"arvuti\""
            ]
        );
        assert_eq!(differences(&expected, &json!({})).len(), 2);
    }

    #[test]
    fn results_belong_to_their_duty() {
        let duty = |text: &str, result: &str| json!({"text": text, "results": [result]});
        let expected = json!({"duties": [duty("a", "x"), duty("b", "y")]});
        let got = json!({"duties": [duty("a", "y"), duty("b", "x")]});
        assert_eq!(differences(&expected, &got).len(), 4);
    }
}
