"""How sums are marked as money, beside the signs £, $, € and their like."""

SHORT_FORMS = r"(?:Rs|Rp|[KTU]?Shs?|Tk|kr|RM)"
"""Short forms that stand before a sum, often with a stop: "Kshs. 2,950,000"."""
CODES = (
    "(?:AED|ARS|AUD|BDT|BGN|BRL|BWP|CAD|CHF|CLP|CNY|COP|CZK|DKK|EGP|ETB|EUR|FJD|GBP|GHS|HKD|HUF|IDR|ILS|INR|ISK|JPY|KES"
    "|KRW|LKR|MAD|MWK|MXN|MYR|NAD|NGN|NOK|NPR|NZD|PEN|PGK|PHP|PKR|PLN|QAR|RON|RWF|SAR|SEK|SGD|THB|TZS|UGX|USD|VND|XAF"
    "|XOF|ZAR|ZMW)"
)
"""Codes of ISO 4217 in everyday use."""
