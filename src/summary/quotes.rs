//! Who said what: quotations and reported claims with their speakers.
//!
//! A sentence is attributed only where its grammar leaves one reading: a verb of saying with the
//! speaker directly before or behind it, or "according to". A surname leads to the full name it was
//! introduced with if only one person bears it, a pronoun to the person that the sentences are about.
//! Everything else is left out: a missing quotation is a pity, a wrong one a lie.

use super::attribution::{Attribution, Grammar, Voice};
use super::claim::{claim, units};
use super::quotation::{Quotation, quotations};
use super::reading::Passage;
use super::token::{Token, part};
use super::topic::{Opening, Topic};
use super::{ParagraphKind, Reading, Sentence};
use crate::text::{self, List};
use serde::Serialize;

/// Something somebody said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The speaker, by the fullest name the article gives.
    pub speaker: String,
    /// What the speaker is, as the article introduces them ("deputy foreign minister").
    pub role: Option<String>,
    /// Who passed the words on, where the article has them from somebody else ("The Associated Press").
    pub through: Option<String>,
    /// The words: what stands between the quotation marks, or the reported claim.
    pub text: String,
    /// Whether the article reports the claim in its own words instead of quoting it.
    pub reported: bool,
    /// The whole sentence it came from.
    pub sentence: Sentence,
}

/// More quotations than this are an interview or a chat, and no reader wants them listed.
const MOST: usize = 40;

/// The quotations and reported claims whose speaker is certain, in the article's order.
#[must_use]
pub fn quotes(reading: &Reading<'_>) -> Vec<Quote> {
    if !reading.doc.lang.knows(List::Roles) {
        return Vec::new();
    }
    let mut reader = Reader {
        node: 0,
        grammar: Grammar::of(reading),
        topic: Topic::default(),
        heard: Vec::new(),
        gone_on: None,
        closed_with: None,
        named_in: Vec::new(),
        found: Vec::new(),
    };
    for (at, passage) in reading.passages.iter().enumerate() {
        if reader.found.len() >= MOST {
            break;
        }
        match passage.kind {
            ParagraphKind::Text | ParagraphKind::ListItem if !passage.boilerplate => reader.passage(at, passage),
            _ => (reader.gone_on, reader.closed_with) = (None, None),
        }
    }
    reader.found
}

struct Reader<'a> {
    /// Of the passage.
    node: u32,
    grammar: Grammar<'a>,
    topic: Topic,
    /// Who spoke so far.
    heard: Vec<usize>,
    /// The voice of a quotation that the paragraph before left open.
    gone_on: Option<(Voice, Option<String>)>,
    /// The voice of the sentence that the paragraph before ended with.
    closed_with: Option<(Voice, Option<String>)>,
    /// Whom the paragraphs named so far, each its list.
    named_in: Vec<Vec<usize>>,
    found: Vec<Quote>,
}

impl Reader<'_> {
    fn passage(&mut self, at: usize, passage: &Passage<'_>) {
        self.node = passage.node;
        let text = passage.text;
        let quoted = quotations(text);
        // A paragraph that is nothing but a quotation goes on with who spoke at the end of the one before.
        let went_on = self.gone_on.take().or(self.closed_with.take());
        let unquoted = |t: &&Token<'_>| !quoted.iter().any(|q| q.outer.0 <= t.start && t.start < q.outer.1);
        self.named_in.push(self.grammar.cast.named_in(passage.tokens.iter().filter(unquoted)));
        self.grammar.recent = self.named_in.iter().rev().take(3).flatten().copied().collect();
        // Voice of the direct quotation just before, in this paragraph.
        let mut running: Option<(Voice, Option<String>)> = None;
        let mut closed_with = None;
        for (first, unit) in units(&passage.sentences, &quoted).into_iter().enumerate() {
            let Some(source) = text.get(unit.0..unit.1) else { continue };
            let inside: Vec<Quotation> = quoted
                .iter()
                .filter(|q| q.outer.0 >= unit.0 && q.outer.1 <= unit.1)
                .map(|q| Quotation {
                    outer: (q.outer.0 - unit.0, q.outer.1 - unit.0),
                    inner: (q.inner.0 - unit.0, q.inner.1 - unit.0),
                    open: q.open,
                })
                .collect();
            let outer: Vec<(usize, usize)> = inside.iter().map(|q| q.outer).collect();
            let all = part(source, unit.0, &passage.tokens, &outer, self.grammar.lang);
            let bare_quotation = !all.is_empty() && all.iter().all(|t| t.quotation.is_some());
            let ends_open = inside.last().is_some_and(|q| q.open);

            if bare_quotation {
                let voice = if first == 0 { went_on.clone() } else { running.clone() };
                closed_with = voice.clone();
                if let Some((voice, role)) = voice {
                    self.push_direct(source, &inside, voice.clone(), role.clone(), None);
                    if ends_open {
                        self.gone_on = Some((voice, role));
                    }
                }
                continue;
            }
            let attributions = self.grammar.attributions(source, &all);
            let named = self.grammar.cast.named_in(&all);
            let strong: Vec<&Attribution> =
                attributions.iter().filter(|a| attributions.len() == 1 || self.grammar.surely_says(&all, a)).collect();
            let one = match strong.as_slice() {
                [one] => Some((*one).clone()),
                _ => None,
            };
            (running, closed_with) = (None, None);
            let opening = self.grammar.opening(&all);
            let Some(attribution) = one else {
                let says = |t: &Token<'_>| t.quotation.is_none() && t.is(List::Verbs);
                if !inside.is_empty() && all.iter().any(says) {
                    // Somebody speaks whom the rules cannot name; a pronoun behind it means them.
                    self.topic.read(Opening::Somebody, &named, at);
                } else if self.grammar.opens_with_pronoun(&all) {
                    self.topic.goes_on(at);
                } else {
                    self.topic.read(if attributions.len() > 1 { Opening::Somebody } else { opening }, &named, at);
                }
                continue;
            };
            // A pronoun is followed to the last speaker when nobody else is in question.
            let voice = match &attribution.voice {
                Voice::Pronoun(gender) => self.resolve(*gender, at, &all, &attribution),
                voice => Some(voice.clone()),
            };
            if let Some(Voice::Person(person)) = &voice {
                self.topic.is(Voice::Person(*person), at);
                self.heard.push(*person);
                if let Voice::Pronoun(gender) = attribution.voice
                    && let Some(p) = self.grammar.cast.people.get_mut(*person)
                    && p.gender == 0
                {
                    p.gender = gender;
                }
            } else if let Some(one) = voice.clone().filter(|v| self.grammar.is_somebody(v)) {
                self.topic.is(one, at);
            } else {
                self.topic.read(if voice.is_some() { Opening::Somebody } else { opening }, &named, at);
            }
            let Some(voice) = voice else { continue };
            closed_with = Some((voice.clone(), attribution.role.clone()));
            let spoken = self.grammar.spoken(source, &all, &inside, &attribution);
            if !spoken.is_empty() {
                self.push_direct(source, &spoken, voice.clone(), attribution.role.clone(), attribution.through.clone());
                running = Some((voice.clone(), attribution.role.clone()));
                if ends_open {
                    self.gone_on = Some((voice, attribution.role.clone()));
                }
            } else if let Some(claim) = claim(source, &all, &attribution, self.grammar.lang) {
                self.push(source, claim, true, voice.clone(), attribution.role.clone(), attribution.through.clone());
                if ends_open {
                    self.gone_on = Some((voice, attribution.role.clone()));
                }
            }
        }
        self.closed_with = closed_with;
    }

    /// Whom the pronoun of an attribution means.
    fn resolve(&self, gender: i8, at: usize, all: &[Token<'_>], attribution: &Attribution) -> Option<Voice> {
        let (before, behind) = (all.get(..attribution.from)?, all.get(attribution.to..)?);
        let named = self.grammar.cast.named_in(before);
        // "When Anna Holm came, she said …": the subject of the sentence, if it names nobody else before the pronoun.
        let voice = match (self.grammar.opening(before), named.as_slice()) {
            (Opening::Person(person), [one]) if person == *one => Some(Voice::Person(person)),
            (Opening::Somebody, _) => None,
            (_, named) => {
                let heard =
                    |voice: &Voice| matches!(voice, Voice::Person(p) if self.heard.contains(p)) || !matches!(voice, Voice::Person(_));
                // The person whom the last paragraph is about may be the one whom the next one is about, too: only who spoke before speaks again.
                self.topic.voice(at).filter(|v| (self.topic.is_of(at) || heard(v)) && named.iter().all(|n| Voice::Person(*n) == *v))
            }
        }?;
        // Whom the pronoun means is not named again behind it: "She said Holm would come".
        let again = attribution.leads && self.grammar.cast.named_in(behind).iter().any(|n| Voice::Person(*n) == voice);
        let fits = match voice {
            Voice::Person(person) => self.grammar.fits(person, gender),
            _ => true,
        };
        (fits && !again).then_some(voice)
    }

    fn push_direct(&mut self, source: &str, inside: &[Quotation], voice: Voice, role: Option<String>, through: Option<String>) {
        let mut text = String::new();
        for piece in inside.iter().filter_map(|q| source.get(q.inner.0..q.inner.1)).map(str::trim) {
            if !text.is_empty() {
                text.push_str(if text.ends_with(|c: char| c.is_alphanumeric()) { " … " } else { " " });
            }
            text.push_str(piece);
        }
        let text = text.trim_end_matches([',', '،', '、']).trim().to_owned();
        if text::count(&text) >= 2 {
            self.push(source, text, false, voice, role, through);
        }
    }

    fn push(&mut self, source: &str, text: String, reported: bool, voice: Voice, role: Option<String>, through: Option<String>) {
        let (speaker, role) = match voice {
            Voice::Person(i) => match self.grammar.cast.people.get(i) {
                Some(p) => (p.name.clone(), role.or_else(|| p.role.clone())),
                None => return,
            },
            Voice::Nameless(name) => (name, role),
            Voice::Pronoun(_) => return,
        };
        if !text.is_empty() && self.found.iter().all(|q| q.text != text) {
            self.found.push(Quote {
                speaker,
                role,
                through,
                text,
                reported,
                sentence: Sentence { text: source.trim().to_owned(), node: self.node },
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Quote, quotes};
    use crate::summary::{Document, Reading};
    use crate::text::{Lang, Lexicon};

    fn of(lang: &str, text: &str) -> Vec<Quote> {
        let lexicon = Lexicon::built_in();
        quotes(&Reading::of(&Document::from_text(&lexicon, None, text, Some(Lang::new(lang)))))
    }

    fn said(lang: &str, text: &str) -> Vec<(String, String)> {
        of(lang, text).into_iter().map(|q| (q.speaker, q.text)).collect()
    }

    fn pair(a: &str, b: &str) -> (String, String) {
        (a.to_owned(), b.to_owned())
    }

    #[test]
    fn the_speaker_stands_before_or_behind_the_verb() {
        assert_eq!(said("en", "“The bridge is safe,” said Mayor Orla Quist."), [pair("Orla Quist", "The bridge is safe")]);
        assert_eq!(said("en", "Mayor Orla Quist said: “The bridge is safe.”"), [pair("Orla Quist", "The bridge is safe.")]);
        assert_eq!(said("de", "„Die Brücke ist sicher“, sagte Bürgermeisterin Orla Quist."), [pair("Orla Quist", "Die Brücke ist sicher")]);
        assert_eq!(said("fr", "« Le pont est sûr », a déclaré Marie Quist, maire de Ryd."), [pair("Marie Quist", "Le pont est sûr")]);
        assert_eq!(said("es", "«El puente es seguro», dijo la alcaldesa María Quist."), [pair("María Quist", "El puente es seguro")]);
        assert_eq!(
            said("ru", "«Мост совершенно безопасен сегодня», — заявил мэр Иван Квист."),
            [pair("Иван Квист", "Мост совершенно безопасен сегодня")]
        );
    }

    #[test]
    fn a_surname_leads_to_the_full_name_and_its_role() {
        let found = of("en", "Deputy mayor Orla Quist opened the bridge.\n“It is safe for all,” Quist said.");
        assert_eq!(
            found.iter().map(|q| (q.speaker.as_str(), q.role.as_deref())).collect::<Vec<_>>(),
            [("Orla Quist", Some("Deputy mayor"))]
        );
    }

    #[test]
    fn a_surname_of_two_people_leads_nowhere() {
        assert!(said("en", "Orla Quist met John Quist, her brother.\n“It is safe for all,” Quist said.").is_empty());
    }

    #[test]
    fn a_pronoun_is_followed_only_when_nobody_else_was_named() {
        let one = "“It is safe for all,” said Orla Quist, the mayor.\n“We looked at every bolt,” she said.";
        assert_eq!(said("en", one).last().map(|q| q.0.as_str()), Some("Orla Quist"));
        let two = "“It is safe for all,” said Orla Quist, the mayor.\nHer deputy is Anna Holm. “We looked at every bolt,” she said.";
        assert_eq!(said("en", two).len(), 1);
    }

    #[test]
    fn a_claim_is_reported_without_marks() {
        let found = of("en", "Foreign Minister Orla Quist said on Monday that the bridge would close.");
        assert_eq!(found.iter().map(|q| (q.text.as_str(), q.reported)).collect::<Vec<_>>(), [("the bridge would close", true)]);
    }

    #[test]
    fn words_passed_on_name_both() {
        let found = of("en", "The Evening Courier quoted opposition figure Anna Holm as saying the bridge was still being checked.");
        let one = found.first().unwrap();
        assert_eq!(
            (one.speaker.as_str(), one.role.as_deref(), one.through.as_deref()),
            ("Anna Holm", Some("opposition figure"), Some("The Evening Courier"))
        );
    }

    #[test]
    fn a_meeting_is_told_of_the_one_who_met() {
        let found = said("en", "Deputy Foreign Minister Orla Quist met envoys in Ryd, where the parties discussed a truce for the winter.");
        assert_eq!(found, [pair("Orla Quist", "met envoys in Ryd, where the parties discussed a truce for the winter")]);
    }

    #[test]
    fn what_a_ministry_tells_of_others_names_both() {
        let found = of("en", "The northern envoys expressed a \"lively interest\" in a truce, the Ryd ministry said in a statement.");
        let one = found.first().unwrap();
        assert_eq!((one.speaker.as_str(), one.through.as_deref()), ("northern envoys", Some("Ryd ministry")));
    }

    #[test]
    fn an_unnamed_speaker_keeps_the_words_that_describe_them() {
        let found = said("en", "Another city council official who asked not to be named said the bridge had already been closed to buses.");
        assert_eq!(found, [pair("city council official", "the bridge had already been closed to buses")]);
    }

    #[test]
    fn a_friend_of_the_mayor_is_not_the_mayor() {
        for text in
            ["A friend of Anna Holm said the bridge would close soon.", "After meeting Anna Holm, the crowd said nothing at all today."]
        {
            assert!(said("en", text).iter().all(|q| q.0 != "Anna Holm"), "{text}");
        }
    }

    #[test]
    fn the_subject_of_the_sentences_stays_in_mind_whoever_else_they_name() {
        let said_by = |text: &str| said("en", text).last().map(|q| q.0.clone());
        let holm = "Mayor Anna Holm thanked builder Orla Quist on Monday.";
        assert_eq!(said_by(&format!("{holm} “The bridge is safe for everybody,” she said.")).as_deref(), Some("Anna Holm"));
        assert_eq!(said_by("When Mayor Anna Holm came, she said the bridge was safe for all.").as_deref(), Some("Anna Holm"));
        // Another subject, named or not, takes her place.
        assert_eq!(said_by(&format!("{holm} Her lawyer disagreed. “The bridge is not safe at all,” she said.")), None);
        // Who has not spoken yet is only spoken of: the next paragraph may be somebody else's.
        assert_eq!(said_by(&format!("{holm}\n“The bridge is safe for everybody,” she said.")), None);
        assert_eq!(said_by("Mayor Anna Holm came.\nShe said Holm would come on Monday with the others."), None);
    }

    #[test]
    fn a_paragraph_of_nothing_but_a_quotation_goes_on_with_the_speaker_before() {
        let text = "Mayor Anna Holm said the bridge was safe for all.\n“We looked at every bolt of it.”";
        assert_eq!(said("en", text).last(), Some(&pair("Anna Holm", "We looked at every bolt of it.")));
        let text = "Mayor Anna Holm said the bridge was safe for all. It rained.\n“We looked at every bolt of it.”";
        assert_eq!(said("en", text).len(), 1);
    }

    #[test]
    fn words_behind_a_colon_or_saying_are_the_subjects() {
        assert_eq!(
            said("en", "Mayor Anna Holm was angry: “We will not do that again.”"),
            [pair("Anna Holm", "We will not do that again.")]
        );
        assert_eq!(said("en", "Mayor Anna Holm thanked everybody, saying “we did it all together this time.”").len(), 1);
        // A title is not said by anybody.
        assert!(said("en", "Mayor Anna Holm wrote a book: “The Long Way To Ryd”").is_empty());
        let text = "“The bridge is safe for all,” said Mayor Anna Holm.\nHer statement continued: “We looked at every bolt.”";
        assert_eq!(said("en", text).last(), Some(&pair("Anna Holm", "We looked at every bolt.")));
    }

    #[test]
    fn a_definite_role_is_the_one_person_who_bears_it() {
        let text = "Trainer Orla Quist war zufrieden. „Die Brücke ist für alle sicher“, sagte der Trainer.";
        assert_eq!(said("de", text).last().map(|q| q.0.as_str()), Some("Orla Quist"));
        let two = "Trainer Orla Quist und Trainer Anna Holm kamen. „Die Brücke ist für alle sicher“, sagte der Trainer.";
        assert!(said("de", two).is_empty());
    }

    #[test]
    fn whom_the_rules_cannot_name_is_not_taken_for_another() {
        assert!(said("en", "The bridge is safe, according to new figures that minister Anna Holm will use on Monday.").is_empty());
        assert!(said("en", "Harbour Board Chief Executive, Grainia Long, said: “The bridge is safe for everybody.”").is_empty());
        let text = "Le maire Paul Roche parle du pont.\n« Le maire et moi voulons ce pont », écrit le chef du camp adverse. « Il tient bon », souligne-t-il.";
        assert!(said("fr", text).iter().all(|(who, _)| who != "Paul Roche"));
    }

    #[test]
    fn newspapers_and_the_many_speak_by_their_names() {
        assert_eq!(
            said("de", "Laut „Ryder Post“ hatte der Rat die Brücke längst gesperrt.").first().map(|q| q.0.as_str()),
            Some("Ryder Post")
        );
        assert_eq!(said("en", "Residents say the bridge has been closed for weeks.").first().map(|q| q.0.as_str()), Some("Residents"));
        assert_eq!(
            said("en", "“We had to wait for hours,” says a doctor from Ryd.").first().map(|q| q.0.as_str()),
            Some("doctor from Ryd")
        );
    }
}
