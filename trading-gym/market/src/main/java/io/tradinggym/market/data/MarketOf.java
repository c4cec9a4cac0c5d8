package io.tradinggym.market.data;

import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import java.time.ZoneId;
import java.util.List;

/**
 * A market that stands in front of another and passes on all that it says; who implements it says only what is
 * different. What a {@link Market} is asked from now on is passed on here, once.
 */
public interface MarketOf extends Market {
  /** {@return the market behind} */
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
  default List<String> repairs() {
    return market().repairs();
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

  @Override
  default Purpose purpose() {
    return market().purpose();
  }
}
