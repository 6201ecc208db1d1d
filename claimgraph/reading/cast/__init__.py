"""Who the phrases of a document stand for: names, pronouns, descriptions, and their bodies."""
