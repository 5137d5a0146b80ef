"""How sums are marked as money, beside the signs £, $, € and their like.

For patterns that take no heed of capitals, but where these say so themselves.
"""

SHORT_FORMS = r"(?:Rs|Rp|[KTU]?Shs?|Tk|kr|(?-i:RM))"
"""Short forms that stand before a sum, often with a stop: "Kshs. 2,950,000"; "rm 4" is a room."""
CODES = (
    "(?:AUD|CAD|CHF|DKK|EUR|GBP|HKD|INR|KES|NGN|NOK|NZD|SEK|SGD|USD|ZAR"
    "|(?-i:AED|ARS|BDT|BGN|BRL|BWP|CLP|CNY|COP|CZK|EGP|ETB|FJD|GHS|HUF|IDR|ILS|ISK|JPY|KRW|LKR|MAD|MWK|MXN|MYR|NAD|NPR"
    "|PEN|PGK|PHP|PKR|PLN|QAR|RON|RWF|SAR|THB|TZS|UGX|VND|XAF|XOF|ZMW))"
)
"""Codes of ISO 4217 in everyday use; in capitals only those among which are words and names: "pen 3"."""
