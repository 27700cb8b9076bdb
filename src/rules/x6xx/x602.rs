//! X602, reporting-cycle.

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashSet;

use super::{found, position};
use crate::audit::{Audit, Found, Organisation};
use crate::diagnostic::Severity;
use crate::rules::{Check, Rule};

/// The rule.
pub const RULE: Rule = Rule {
    code: "X602",
    name: "reporting-cycle",
    severity: Severity::Error,
    en: "Positions report to each other in a circle

A reports to B, and B, directly or through others, reports to A.

**Why it matters.** Nobody leads the circle; a system that imports the chart of the organisation refuses it or never ends.

**What to do.** Find the position in the circle whose manager is wrong. The message names all of them.

**Example.** The job description of the osakonnajuhataja names the peaspetsialist as manager, and that of the peaspetsialist names
the osakonnajuhataja.

**Limits.** One finding for each circle, at the first of its job descriptions.",
    et: "Ametikohad alluvad ringiratast üksteisele

A allub B-le ja B otse või teiste kaudu A-le.

**Miks see on oluline.** Ringi ei juhi keegi; süsteem, mis struktuuri sisse loeb, keeldub sellest või ei lõpeta kunagi.

**Mida teha.** Leia ringist ametikoht, mille juht on vale. Teade nimetab need kõik.

**Näide.** Osakonnajuhataja ametijuhend nimetab juhiks peaspetsialisti ja peaspetsialisti oma osakonnajuhataja.

**Piirid.** Iga ringi kohta on üks leid, esimeses selle ametijuhenditest.",
    check: Check::Collection,
};

/// Reports circles of reporting.
pub fn check(audit: &Audit, out: &mut Vec<Found>) {
    for organisation in &audit.organisations {
        let graph = organisation.reporting();
        for component in tarjan_scc(&graph) {
            if component.len() > 1 {
                report(organisation, &graph, &component, out);
            }
        }
    }
}

fn report(
    organisation: &Organisation,
    graph: &DiGraph<u32, u32>,
    component: &[NodeIndex],
    out: &mut Vec<Found>,
) {
    let circle = circle(graph, component);
    let reference = circle.first().and_then(|&from| {
        let mut edges = graph.edges(from);
        let inside = |e: &petgraph::graph::EdgeReference<u32>| {
            use petgraph::visit::EdgeRef;
            circle.contains(&e.target())
        };
        edges
            .find(inside)
            .map(|e| &organisation.references[*e.weight() as usize])
    });
    let Some(reference) = reference else { return };
    let names: Vec<String> = circle
        .iter()
        .chain(circle.first())
        .map(|&n| position(organisation, graph[n]).label())
        .collect();
    let chain = names.join(" → ");
    out.push(found(
        reference.record,
        &RULE,
        reference.pointer(),
        format!("These positions report to each other in a circle: {chain}. Correct the manager of one of them."),
        format!("Need ametikohad alluvad ringiratast üksteisele: {chain}. Paranda ühe juht."),
    ));
}

/// A circle within a component, beginning with its first position: from there along edges to what was seen before.
fn circle(graph: &DiGraph<u32, u32>, component: &[NodeIndex]) -> Vec<NodeIndex> {
    let inside: FxHashSet<NodeIndex> = component.iter().copied().collect();
    let Some(&start) = component.iter().min() else {
        return Vec::new();
    };
    let mut way = vec![start];
    loop {
        let last = way[way.len() - 1];
        let mut next: Vec<NodeIndex> = graph
            .neighbors(last)
            .filter(|n| inside.contains(n))
            .collect();
        next.sort();
        let Some(&next) = next.first() else {
            return way;
        };
        if let Some(at) = way.iter().position(|&n| n == next) {
            return way.split_off(at);
        }
        way.push(next);
    }
}
