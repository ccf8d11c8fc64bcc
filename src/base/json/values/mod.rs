//! How the types below JSON are read and written: they know nothing of it.

mod library;
mod number;
mod period;
mod problem;
mod text;
