//! What can go wrong, as one type. Whoever shows it finds the words in `extension/_locales`.

use std::fmt;

/// Everything the core can refuse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The text is not a snapshot of the version this core reads.
    Snapshot,
    /// The model file does not read as one: the line and what is wrong there.
    Model(usize, &'static str),
    /// A file could not be read: its name and the system's reason.
    File(String, String),
    /// The command line was not understood: why.
    Usage(String),
    /// The input is not what the command takes: the line and why.
    Input(usize, String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Snapshot => write!(f, "This is not a page snapshot of the version Lede reads: reload the page, or update Lede."),
            Error::Model(line, what) => write!(f, "The model file cannot be used: line {line}: {what}. Learn it anew."),
            Error::File(name, why) => write!(f, "{name} could not be read: {why}. Check the name and the permissions."),
            Error::Usage(why) => write!(f, "{why} Try `lede --help`."),
            Error::Input(line, why) => {
                write!(f, "Line {line} of the input was not understood: {why}. Each line is one JSON object with \"id\" and \"text\".")
            }
        }
    }
}

impl std::error::Error for Error {}
