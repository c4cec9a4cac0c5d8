package io.tradinggym.options.analysis;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the chain's volatility is like.
 *
 * @param implied volatility at the money, of calls of the expiry nearest to 30 days; a year, as a fraction
 * @param expiry that expiry's day
 * @param historical volatility of the last 20 returns, a year, as a fraction; empty without a history
 * @param ratio implied over historical; empty without a history
 * @param level cheap, fair or expensive, by the ratio; empty without a history
 * @param earningsDays calendar days to the announcement; empty if none is known
 * @param crush how likely volatility is to collapse
 * @param expectedMove size of the announcement's move that two expiries after it imply, a fraction of the price; empty
 *     if they imply none or it is more than 30 days away
 */
public record VolatilityView(
    double implied,
    LocalDate expiry,
    OptionalDouble historical,
    OptionalDouble ratio,
    Optional<VolatilityLevel> level,
    OptionalInt earningsDays,
    CrushRisk crush,
    OptionalDouble expectedMove) {}
