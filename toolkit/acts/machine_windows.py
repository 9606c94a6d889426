"""What Windows tells of its memory and power, asked without any library."""

import ctypes
import sys


class Memory(ctypes.Structure):
    """MEMORYSTATUSEX."""

    _fields_ = (
        ("length", ctypes.c_ulong), ("load", ctypes.c_ulong), ("total", ctypes.c_ulonglong),
        ("free", ctypes.c_ulonglong), ("total_page", ctypes.c_ulonglong), ("free_page", ctypes.c_ulonglong),
        ("total_virtual", ctypes.c_ulonglong), ("free_virtual", ctypes.c_ulonglong), ("extended", ctypes.c_ulonglong),
    )  # fmt: skip


class Supply(ctypes.Structure):
    """SYSTEM_POWER_STATUS: 1 is plugged in, 255 means unknown, also for the percent."""

    _fields_ = (
        ("plugged", ctypes.c_ubyte), ("flag", ctypes.c_ubyte), ("percent", ctypes.c_ubyte), ("saver", ctypes.c_ubyte),
        ("seconds", ctypes.c_ulong), ("full_seconds", ctypes.c_ulong),
    )  # fmt: skip


def free_memory() -> int | None:
    """Bytes that programs can still have."""
    if sys.platform == "win32":
        memory = Memory(length=ctypes.sizeof(Memory))
        if ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(memory)):
            return int(memory.free)
    return None


def power() -> tuple[bool | None, int | None]:
    """Plugged in, and the battery in percent."""
    if sys.platform == "win32":
        supply = Supply()
        if ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(supply)):
            plugged = bool(supply.plugged) if supply.plugged in (0, 1) else None
            return plugged, int(supply.percent) if supply.percent <= 100 else None
    return None, None
