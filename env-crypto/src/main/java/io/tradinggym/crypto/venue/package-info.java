/**
 * What exchanges demand, as data: readable files of dated rules, each with its source, the day on which it was last
 * known to stand, and the values that nobody has verified. {@link io.tradinggym.crypto.venue.RuleBook#of} reads a
 * {@link io.tradinggym.crypto.venue.Venue}'s file; {@link io.tradinggym.crypto.venue.RuleBook#at} answers with the
 * {@link io.tradinggym.crypto.venue.ContractRules} in force at a time, or says why it has none that can be trusted.
 *
 * <pre>{@code
 * RuleLookup found = RuleBook.of(Venue.BINANCE).at("BTCUSDT", time, Duration.ofDays(365));
 * ContractRules rules = found.orThrow();
 * }</pre>
 */
@NullMarked
package io.tradinggym.crypto.venue;

import org.jspecify.annotations.NullMarked;
