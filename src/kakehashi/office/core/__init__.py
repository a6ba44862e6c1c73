"""What every app of the office stands on: journal, deletion and restore, jobs, sentences, languages."""
