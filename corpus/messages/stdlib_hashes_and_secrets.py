# harness:
#   description: wording of errors - hashlib, hmac and secrets
#   tags: [messages, "module:hashlib", "module:hmac"]
import hashlib
import hmac

CASES = {
    "text": 'hashlib.md5("text")',
    "none": "hashlib.sha256(None)",
    "number": "hashlib.sha1().update(5)",
    "unknown": 'hashlib.new("nonesuch")',
    "name type": "hashlib.new(5)",
    "shake length": 'hashlib.shake_128(b"").digest()',
    "blake size": "hashlib.blake2b(digest_size=65)",
    "blake key": "hashlib.blake2b(key=bytes(65))",
    "blake salt": "hashlib.blake2s(salt=bytes(9))",
    "pbkdf2 rounds": 'hashlib.pbkdf2_hmac("sha256", b"", b"", 0)',
    "pbkdf2 length": 'hashlib.pbkdf2_hmac("sha256", b"", b"", 1, -1)',
    "pbkdf2 name": 'hashlib.pbkdf2_hmac("nonesuch", b"", b"", 1)',
    "hmac without digest": 'hmac.new(b"k", b"m")',
    "hmac text key": 'hmac.new("k", b"m", "sha256")',
    "hmac text": 'hmac.new(b"k", "m", "sha256")',
    "hmac unknown": 'hmac.new(b"k", b"", "nonesuch")',
    "hmac update": 'hmac.new(b"k", b"", "md5").update(None)',
    "compare mixed": 'hmac.compare_digest("a", b"a")',
    "compare numbers": "hmac.compare_digest(1, 1)",
    "compare lists": "hmac.compare_digest([], [])",
    "compare wide": 'hmac.compare_digest("é", "é")',
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
