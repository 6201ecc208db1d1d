"""From text to a ``Reading``: the encoder, its decoders, and the spaCy component around them."""
