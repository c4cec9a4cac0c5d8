package io.tradinggym.market.data;

import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import java.time.ZoneId;
import java.util.List;

/**
 * A part of a market that is used for one purpose. The purposes are different types, so that what is fitted can only be
 * fitted on {@link Train}, and what is chosen only by {@link Validation}.
 */
public sealed interface Range extends Market {
  /** {@return the market of this part} */
  Market market();

  @Override
  default List<Instrument> instruments() {
    return market().instruments();
  }

  @Override
  default MarketKind kind() {
    return market().kind();
  }

  @Override
  default MarketCalendar calendar() {
    return market().calendar();
  }

  @Override
  default ZoneId zone() {
    return market().zone();
  }

  @Override
  default int assets() {
    return market().assets();
  }

  @Override
  default Currency currency() {
    return market().currency();
  }

  @Override
  default boolean pricesAsPrinted() {
    return market().pricesAsPrinted();
  }

  @Override
  default boolean quoted() {
    return market().quoted();
  }

  @Override
  default double barsPerYear() {
    return market().barsPerYear();
  }

  @Override
  default MarketTape tape() {
    return market().tape();
  }

  @Override
  default String fingerprint() {
    return market().fingerprint();
  }

  @Override
  default Market forEpisodes(int history, int bars) {
    return market().forEpisodes(history, bars);
  }

  /**
   * What is learned from.
   *
   * @param market the market
   */
  record Train(Market market) implements Range {
    @Override
    public Purpose purpose() {
      return Purpose.TRAIN;
    }
  }

  /**
   * What choices are made by.
   *
   * @param market the market
   */
  record Validation(Market market) implements Range {
    @Override
    public Purpose purpose() {
      return Purpose.VALIDATION;
    }
  }

  /**
   * What is looked at once, at the end; whoever opens it records that.
   *
   * @param market the market
   */
  record Test(Market market) implements Range {
    @Override
    public Purpose purpose() {
      return Purpose.TEST;
    }
  }
}
