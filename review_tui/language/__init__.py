"""How minutes and notes are read: words, sentences, and what they tell, each with its place in the text.

Every reader takes a text (or a part of it by offsets) and gives frozen facts in order, each with its
``Span``. One tokenizer (``words``), one splitter (``sentences``), one stemmer (``stems``), one list of stop
words and one dictionary of shorthand, for the checks and for the alignment both.
"""
