"""Which notes a passage rests on: pure, text in, links out.

``aligner`` gives links with chances, in talk as in notes, for people to look at; it needs numpy, so whoever
uses it imports it there. What checks compare is linked in ``facts``.
"""
