"""The arithmetic of check digits, each from its published standard. All take a value of the right format."""

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def corporate_number(value: str) -> bool:
    """Japan's 13-digit corporate number: the first digit is 9 less a weighted sum modulo 9."""
    total = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(value[1:])))
    return int(value[0]) == 9 - total % 9


def social_credit_code(value: str) -> bool:
    """China's unified social credit code: GB 32100-2015, weights 3^i modulo 31."""
    total = sum(USCC_ALPHABET.index(letter) * pow(3, place, 31) for place, letter in enumerate(value[:17]))
    return USCC_ALPHABET.index(value[17]) == (31 - total % 31) % 31


def mod_97(value: str) -> bool:
    """ISO 7064 MOD 97-10, as in the LEI (ISO 17442): letters count from A = 10, the whole leaves 1."""
    return int("".join(str(int(letter, 36)) for letter in value)) % 97 == 1


def thai_mod_11(value: str) -> bool:
    """Thailand's 13 digits, of persons and companies alike: weights 13 to 2, modulo 11, then modulo 10."""
    total = sum(int(digit) * (13 - place) for place, digit in enumerate(value[:12]))
    return int(value[12]) == (11 - total % 11) % 10


def luhn(value: str) -> bool:
    """ISO 6166 (ISIN): letters as two digits, then every second digit from the right doubled, modulo 10."""
    digits = "".join(str(int(letter, 36)) for letter in value)
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def nothing(value: str) -> bool:
    """For schemes without a check digit."""
    return True
