package io.tradinggym.market.data;

import io.tradinggym.api.Identified;
import io.tradinggym.market.calendar.AroundTheClock;
import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.calendar.Nyse;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.PerpetualContract;
import io.tradinggym.market.instrument.SpotPair;
import java.time.ZoneId;
import java.util.List;

/**
 * What an environment trades on: history that is replayed, or a law that draws a new path for every episode. Immutable
 * and shared by all lanes, each of which has a {@link MarketTape} of its own.
 */
public interface Market extends Identified {
  /** {@return what is traded, by asset index} */
  List<Instrument> instruments();

  /** {@return the bars in a year, for yearly rates: 252 for days of stocks, 365 x 24 for hours of crypto} */
  double barsPerYear();

  /** {@return a tape for one lane} */
  MarketTape tape();

  /** SHA-256 of the data, or of the law and its parameters, in hex: goes into the manifest of a run. */
  @Override
  String fingerprint();

  /**
   * {@return this market with episodes as long as they are needed} History is as long as it is; so are laws whose
   * length was chosen.
   *
   * @param history bars to look back on before the first decision, >= 0
   * @param bars from the first decision on, >= 2
   */
  default Market forEpisodes(int history, int bars) {
    return this;
  }

  /** {@return where prices come from} */
  default MarketKind kind() {
    return MarketKind.SIMULATED;
  }

  /** {@return what this part of a market may be used for} */
  default Purpose purpose() {
    return Purpose.ANY;
  }

  /** {@return the sessions of what is traded: around the clock where all of it is crypto, else those of New York} */
  default MarketCalendar calendar() {
    return calendarOf(instruments());
  }

  /** {@return the zone of the market's dates: its calendar's} */
  default ZoneId zone() {
    return calendar().zone();
  }

  /**
   * {@return the sessions of instruments: around the clock where all are crypto, else those of New York}
   *
   * @param instruments any number; around the clock if there are none
   */
  static MarketCalendar calendarOf(List<Instrument> instruments) {
    return instruments.stream().allMatch(Market::isCrypto) ? new AroundTheClock() : new Nyse();
  }

  private static boolean isCrypto(Instrument instrument) {
    return instrument instanceof SpotPair || instrument instanceof PerpetualContract;
  }

  /** {@return whether prices are as printed, with dividends and splits beside them} */
  default boolean pricesAsPrinted() {
    return false;
  }

  /** {@return whether bid and ask of anything are known, so that takers pay the spread that there was} */
  default boolean quoted() {
    return false;
  }

  /**
   * {@return what was wrong with the files of its history and what was done about it, a line each; empty where nothing
   * was, or a law draws the prices}
   */
  default List<String> repairs() {
    return List.of();
  }

  /** {@return what accounts in this market are kept in} */
  default Currency currency() {
    return instruments().getFirst().currency();
  }

  /** {@return the number of assets} */
  default int assets() {
    return instruments().size();
  }
}
