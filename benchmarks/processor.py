"""What the processor can do with 8-bit integers: half of what int8 costs is decided by this."""

from pathlib import Path

CPU_INFO = Path("/proc/cpuinfo")
DOT_PRODUCTS = ("avx512_vnni", "avx_vnni", "avx_vnni_int8", "amx_int8", "asimddp", "i8mm")


def about_eight_bits() -> str:
    """A remark on the instructions for dot products of 8-bit integers (VNNI or the like)."""
    flags = _flags()
    if not flags:
        return "whether this processor has instructions for 8-bit dot products is not known"
    there = [flag for flag in DOT_PRODUCTS if flag in flags]
    if there:
        return f"this processor has instructions for 8-bit dot products: {', '.join(there)}"
    return (
        "this processor has no instructions for 8-bit dot products (VNNI or the like): BERT's int8 "
        "pass and Aram's encoder do without, and are slower than elsewhere"
    )


def _flags() -> frozenset[str]:
    """What Linux says of the first core ("flags" on x86, "Features" on ARM); else nothing."""
    if not CPU_INFO.exists():
        return frozenset()
    for line in CPU_INFO.read_text("utf-8").splitlines():
        name, _, value = line.partition(":")
        if name.strip().lower() in ("flags", "features"):
            return frozenset(value.split())
    return frozenset()
