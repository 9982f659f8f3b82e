import CMemory

/// Keeps memory that is freed, instead of giving it back to the system.
///
/// Every year of a nation takes and frees megabytes on every core. Glibc gives them back at once by
/// default, so that the next year has each page mapped and cleared again, and the cores wait for each
/// other in the kernel. What a run takes at most is not changed. Elsewhere than in glibc this does
/// nothing.
func keepFreedMemory() { cmemory_keep_freed() }
