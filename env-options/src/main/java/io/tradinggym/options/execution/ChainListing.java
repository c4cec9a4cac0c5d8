package io.tradinggym.options.execution;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import io.tradinggym.options.chain.ChainQuotes;
import io.tradinggym.options.pricing.OptionType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The contracts of a chain as instruments of an account, and the chain's quotes in their ticks of a cent: asset 0 is
 * the underlying, asset 1 + i is contract i.
 *
 * <pre>
 * RecordedChain chain = ChainFile.of(path).excludingBroken().read();
 * ChainListing listing = new ChainListing(chain, spy, Style.AMERICAN, Settlement.PHYSICAL, chain.time());
 * Account account = new Account(listing.instruments(), Currency.USD, new AccountMargin(ExchangeMargin.EQUITY));
 * listing.underlying(64_569, 64_571);
 * listing.mark(account);
 * </pre>
 *
 * <p>The chain must keep its contracts, as a recorded one does.
 */
public final class ChainListing implements LegQuotes {
  private static final long CENT = Money.UNITS / 100;
  private static final double MILLIS_PER_YEAR = 365.0 * 24 * 60 * 60 * 1000;

  private final ChainQuotes chain;
  private final List<Instrument> instruments;
  private long bid;
  private long ask;

  /**
   * Lists a chain.
   *
   * @param chain whose contracts stay as they are
   * @param underlying the share that the contracts are on
   * @param style of all contracts: American or European
   * @param settlement what exercise delivers: shares or cash
   * @param now moment of the chain's quotes
   */
  public ChainListing(
      ChainQuotes chain, Equity underlying, Style style, Settlement settlement, Instant now) {
    this.chain = chain;
    List<Instrument> all = new ArrayList<>(List.of(underlying));
    for (int i = 0; i < chain.size(); i++) {
      boolean call = chain.type(i) == OptionType.CALL;
      long expiry = now.toEpochMilli() + Math.round(chain.years(i) * MILLIS_PER_YEAR);
      String expires = Instant.ofEpochMilli(expiry).toString().substring(0, "2000-01-01".length());
      String right = call ? "C" : "P";
      all.add(
          new OptionContract(
              String.join(" ", underlying.symbol(), expires, right, strike(chain.strike(i))),
              underlying,
              call ? Right.CALL : Right.PUT,
              style,
              settlement,
              Math.round(chain.strike(i) * Money.UNITS / underlying.tickSize()),
              expiry,
              CENT,
              chain.contractSize()));
    }
    instruments = List.copyOf(all);
  }

  private static String strike(double strike) {
    return strike == Math.rint(strike) ? String.valueOf((long) strike) : String.valueOf(strike);
  }

  /** {@return the underlying, then the contracts} */
  public List<Instrument> instruments() {
    return instruments;
  }

  /**
   * Quotes the underlying, ticks.
   *
   * @param newBid in ticks; 0 if nobody bids
   * @param newAsk in ticks; 0 if nobody offers
   */
  public void underlying(long newBid, long newAsk) {
    bid = newBid;
    ask = newAsk;
  }

  /**
   * Marks what is offered at the mean of bid and offer, rounded down to a tick; the rest keeps its mark.
   *
   * @param account over {@link #instruments}
   */
  public void mark(Account account) {
    for (int asset = 0; asset < instruments.size(); asset++) {
      long low = Math.max(bid(asset), 0);
      long high = ask(asset);
      if (high > 0) {
        account.mark(asset, (low + high) / 2);
      }
    }
  }

  @Override
  public long bid(int asset) {
    return asset == 0 ? bid : cents(chain.bid(asset - 1));
  }

  @Override
  public long ask(int asset) {
    return asset == 0 ? ask : cents(chain.ask(asset - 1));
  }

  @Override
  public double volume(int asset) {
    double volume = asset == 0 ? 0 : chain.volume(asset - 1);
    return volume > 0 ? volume : 0;
  }

  /** What is not known is not quoted. */
  private static long cents(double price) {
    return Double.isNaN(price) ? 0 : Math.round(price * 100);
  }
}
