package io.tradinggym.market.data;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A market whose shares are traded in fractions: prices stay, a lot is a part of a share, and volumes are counted in
 * such lots. What is no share is left as it is.
 */
public final class FractionalShares implements MarketOf {
  private final Market whole;
  private final int fractions;
  private final List<Instrument> instruments;

  private FractionalShares(Market whole, int fractions) {
    this.whole = whole;
    this.fractions = fractions;
    instruments = whole.instruments().stream().map(each -> fraction(each, fractions)).toList();
  }

  /**
   * {@return a market in fractions of its shares}
   *
   * @param market whose shares are divided
   * @param fractions lots in a share, >= 1: 1 leaves the market as it is, 100 trades hundredths; must divide the tick
   *     of every share in money units of 1e-8, which is 100 for adjusted history and 1,000,000 for prices in cents
   * @throws IllegalArgumentException naming the share whose tick it does not divide
   */
  public static Market of(Market market, int fractions) {
    if (fractions < 1) {
      throw new IllegalArgumentException(
          "fractions must be >= 1 lots in a share, was " + fractions);
    }
    return fractions == 1 ? market : new FractionalShares(market, fractions);
  }

  private static Instrument fraction(Instrument instrument, int fractions) {
    if (!(instrument instanceof Equity share)) {
      return instrument;
    }
    long lots = Math.multiplyExact(share.lotsPerShare(), fractions);
    if (share.tickSize() % lots != 0) {
      throw new IllegalArgumentException(
          "fractions must divide the tick of "
              + share.symbol()
              + ", "
              + share.tickSize()
              + " money units, was "
              + lots);
    }
    return new Equity(share.symbol(), share.currency(), share.tickSize(), lots);
  }

  @Override
  public Market market() {
    return whole;
  }

  @Override
  public List<Instrument> instruments() {
    return instruments;
  }

  @Override
  public Market forEpisodes(int history, int bars) {
    return new FractionalShares(whole.forEpisodes(history, bars), fractions);
  }

  @Override
  public MarketTape tape() {
    MarketTape tape = whole.tape();
    long[] factor = new long[instruments.size()];
    for (int asset = 0; asset < factor.length; asset++) {
      factor[asset] = instruments.get(asset) instanceof Equity ? fractions : 1;
    }
    return new Tape(tape, Fractions.of(tape.bars(), factor));
  }

  private record Tape(MarketTape whole, Bars bars) implements MarketTape {
    @Override
    public void next(RandomStream random) {
      whole.next(random);
    }

    @Override
    public int firstDecision() {
      return whole.firstDecision();
    }

    @Override
    public void save(DataOutput out) throws IOException {
      whole.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      whole.restore(in);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Fractions(Bars whole, Bars asked, Bars bid, long[] factor) implements BarsOf {
    static Bars of(Bars whole, long[] factor) {
      boolean sides = whole.asks() != whole;
      Bars asked = whole.asks();
      Bars bid = whole.bids();
      return new Fractions(
          whole,
          sides ? new Fractions(asked, asked, asked, factor) : whole,
          sides ? new Fractions(bid, bid, bid, factor) : whole,
          factor);
    }

    @Override
    public Bars asks() {
      return asked == whole ? this : asked;
    }

    @Override
    public Bars bids() {
      return bid == whole ? this : bid;
    }

    @Override
    public long volume(int asset, int bar) {
      return Math.multiplyExact(whole.volume(asset, bar), factor[asset]);
    }
  }
}
