"""Training and export of the encoder; needs the extra ``train``, and data that is not shipped."""
