package io.tradinggym.options.analysis;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the chain's volatility is like.
 *
 * @param implied of calls at the money, of the expiry nearest to 30 days
 * @param expiry that expiry
 * @param historical of the last 20 returns; empty without a history
 * @param ratio implied over historical
 * @param level cheap, fair or expensive, by the ratio
 * @param earningsDays calendar days to the announcement; empty if none is known
 * @param crush how likely volatility is to collapse
 * @param expectedMove size of the announcement's move that two expiries after it imply, relative; empty if they imply
 *     none or it is more than 30 days away
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
