package io.tradinggym.crypto.venue;

import io.tradinggym.crypto.liquidation.LiquidationTerms;
import io.tradinggym.crypto.margin.MarginSchedule;
import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.InversePerpetual;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.market.instrument.PerpetualContract;
import java.math.BigDecimal;
import java.util.List;

/**
 * All rules of one contract at one time.
 *
 * @param venue where it trades
 * @param symbol its name there
 * @param contract what it is
 * @param fees of makers and takers
 * @param funding when and how funding is paid
 * @param mark how the mark price is made
 * @param margin requirement by notional
 * @param filters what orders must keep to
 * @param liquidation how positions are closed
 * @param sources of all rules
 */
public record ContractRules(
    Venue venue,
    String symbol,
    Contract contract,
    FeeSchedule fees,
    FundingTerms funding,
    MarkTerms mark,
    MarginSchedule margin,
    OrderFilters filters,
    LiquidationTerms liquidation,
    List<Provenance> sources) {
  /** Keeps an unchangeable copy. */
  public ContractRules {
    sources = List.copyOf(sources);
  }

  /**
   * What a contract is.
   *
   * @param inverse whether it settles in its coin
   * @param base the coin
   * @param settle what it settles in
   * @param quote what its price is counted in
   * @param value quote currency per contract of an inverse one, money units; 0 of a linear one
   * @param family whose fees, funding and mark it shares
   */
  public record Contract(
      boolean inverse, Currency base, Currency settle, Currency quote, long value, String family) {}

  /** {@return the instrument, with the venue's ticks and lots} */
  public PerpetualContract instrument() {
    long tick = filters.tick().multiply(BigDecimal.valueOf(Money.UNITS)).longValueExact();
    return contract.inverse()
        ? new InversePerpetual(symbol, contract.base(), contract.quote(), tick, contract.value())
        : new Perpetual(symbol, contract.base(), contract.settle(), tick, filters.lotsPerCoin());
  }

  /** {@return the rules with values that nobody has verified} */
  public List<Provenance> unverified() {
    return sources.stream().filter(source -> !source.unverified().isEmpty()).toList();
  }
}
