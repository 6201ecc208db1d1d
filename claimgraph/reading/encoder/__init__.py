"""The encoder and its decoders: from words to tags, trees, names, mentions and marked spans."""
