/**
 * Length of a clock tick of `/proc` in microseconds. The kernel scales what it shows there to USER_HZ,
 * which is 100 on every architecture that Linux supports today, whatever CONFIG_HZ is; sysconf(3)
 * `_SC_CLK_TCK` cannot be asked from Node.js. See time(7) and include/asm-generic/param.h.
 */
export const tickUsec = 10_000;
