/**
 * Where risk comes from: value at risk and expected shortfall of positions taken apart by instrument ({@link
 * io.tradinggym.explain.risk.RiskBreakdown}), and what speaks for a regime ({@link
 * io.tradinggym.explain.risk.RegimeEvidence}).
 */
@NullMarked
package io.tradinggym.explain.risk;

import org.jspecify.annotations.NullMarked;
