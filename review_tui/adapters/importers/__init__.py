"""Other people's documents, read as text.

Plain text and captions are read right here; Word, HTML and PDF in a process of their own (``apart``), which
may take so much time and memory and no more, and can neither open a file nor reach a network.
"""
