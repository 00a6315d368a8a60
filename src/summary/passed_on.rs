//! What English news says in ways of its own, without a verb of saying beside the speaker.

use super::attribution::{Attribution, Grammar, Voice};
use super::names::{runs, span};
use super::roles::role_before;
use super::token::Token;
use crate::text::List;

impl Grammar<'_> {
    /// What English news says in its own ways: "X quoted Y as saying", "Y met with X … discussed", "the envoys expressed …, the ministry said".
    pub(super) fn english(&self, source: &str, all: &[Token<'_>]) -> Vec<Attribution> {
        let mut found = Vec::new();
        let is = |i: usize, list: List| all.get(i).is_some_and(|t| t.is(list));
        let word = |i: usize| all.get(i).map_or("", |t| &*t.lower);
        for i in 1..all.len() {
            if matches!(word(i), "quoted" | "cited") && !is(i - 1, List::Passives) {
                let Some(saying) = (i + 2..(i + 12).min(all.len())).find(|&j| word(j) == "as" && word(j + 1) == "saying") else { continue };
                let run =
                    all.get(i + 1..saying).and_then(|chunk| runs(chunk, self.lang, self.common).into_iter().find(|r| r.to == chunk.len()));
                let from = self.chunk_start(all, i - 1);
                let through = span(source, all, from, i);
                if let Some(run) = run {
                    let name = i + 1 + run.name;
                    let role_from = role_before(all, name, self.lang).filter(|&r| r > i);
                    if let Some((voice, role)) = self.named(source, all, name, saying, role_from, i) {
                        let through = (!through.is_empty() && all.get(from).is_some_and(|t| t.capital)).then(|| through.to_owned());
                        found.push(Attribution { voice, role, through, from, to: saying + 2, leads: true });
                    }
                }
            }
        }
        // "Minister Anna Holm met with envoys …, during which the parties discussed …"
        if let Some(met) = (1..all.len().min(12)).find(|&i| matches!(word(i), "met" | "meets")) {
            let discussed = (met..all.len()).find(|&i| matches!(word(i), "discussed" | "discussing" | "discuss"));
            let speaks = all.iter().any(|t| t.quotation.is_some() || (!t.capital && t.is(List::Verbs)));
            if discussed.is_some()
                && !speaks
                && let Some((voice @ Voice::Person(_), role, from)) = self.subject(source, all, self.chunk_start(all, met - 1), met)
            {
                found.push(Attribution { voice, role, through: None, from, to: met, leads: true });
            }
        }
        // "The envoys expressed their interest, the ministry said."
        if let Some(expressed) =
            (1..all.len().min(14)).find(|&i| matches!(word(i), "expressed" | "demonstrated" | "voiced" | "signalled" | "signaled"))
            && let Some(voice) = self.nameless(source, all, self.chunk_start(all, expressed - 1), expressed)
        {
            let trailing = (expressed + 1..all.len()).rev().find(|&v| is(v, List::Verbs) && all.get(v).is_some_and(Token::follows_on));
            let from = self.chunk_start(all, expressed - 1);
            if let Some(v) = trailing
                && let Some((Voice::Nameless(through), _, begin)) = self.ahead(source, all, v)
                && begin > expressed
            {
                // One attribution for the whole sentence: it reaches to the verb, and the claim is what stands before the second speaker.
                found.push(Attribution {
                    voice: Voice::Nameless(voice),
                    role: None,
                    through: Some(through),
                    from,
                    to: expressed,
                    leads: true,
                });
                found.push(Attribution { voice: Voice::Pronoun(0), role: None, through: None, from: begin, to: all.len(), leads: false });
            }
        }
        if let [first, second] = found.as_slice()
            && matches!(second.voice, Voice::Pronoun(0))
        {
            let mut one = first.clone();
            one.to = second.to;
            one.leads = false;
            one.from = second.from;
            return vec![one];
        }
        found
    }
}
