package io.tradinggym.options.board;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.OptionType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A {@link ChainHistory} in one lane. A contract that was not quoted on a day cannot be traded on it; it is marked at
 * the volatility of the nearest strike that was.
 */
public final class RecordedBoard implements OptionBoard {
  private final ChainHistory history;
  private final double rate;
  private final double dividendYield;
  private final SpotPath path = new SpotPath();
  private RecordedDay today;
  private int index;

  /**
   * A lane of a history, with interest and dividends a year.
   *
   * @param history shared by all lanes
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   */
  public RecordedBoard(ChainHistory history, double rate, double dividendYield) {
    this.history = history;
    this.rate = rate;
    this.dividendYield = dividendYield;
    today = history.day(0);
  }

  @Override
  public MarketKind kind() {
    return MarketKind.REPLAYED;
  }

  @Override
  public void start(RandomStream random, int steps) {
    int starts = Math.max(1, history.days() - steps);
    index = random.integer(starts);
    show(index);
  }

  /**
   * Goes to a day of the history.
   *
   * @param n index of the day, from 0
   */
  public void show(int n) {
    index = n;
    path.clear();
    for (int i = Math.max(1, index - SpotPath.LENGTH + 1); i <= index; i++) {
      path.add(move(i));
    }
    today = history.day(index);
  }

  private double move(int to) {
    RecordedDay day = history.day(to);
    return StrictMath.log(
        (double) day.spotCents * day.split / (double) history.day(to - 1).spotCents);
  }

  @Override
  public void advance(RandomStream random) {
    index++;
    path.add(move(index));
    today = history.day(index);
  }

  @Override
  public boolean hasNext() {
    return index + 1 < history.days();
  }

  @Override
  public int day() {
    return today.day;
  }

  @Override
  public long spotCents() {
    return today.spotCents;
  }

  @Override
  public double rate() {
    return rate;
  }

  @Override
  public double dividendYield() {
    return dividendYield;
  }

  @Override
  public SpotPath path() {
    return path;
  }

  @Override
  public int expiries() {
    return today.expiryDay.length;
  }

  @Override
  public int expiryDay(int n) {
    return today.expiryDay[n];
  }

  @Override
  public double volatility(int n) {
    return today.atTheMoney[n];
  }

  @Override
  public double skew(int n) {
    return today.skew[n];
  }

  @Override
  public int strikes(int n) {
    return today.from[n + 1] - today.from[n];
  }

  @Override
  public int strikeCents(int n, int i) {
    return today.strikeCents[today.from[n] + i];
  }

  @Override
  public void quote(Quoted contract) {
    int expiry = today.expiry(contract.expiryDay);
    int row = expiry < 0 ? -1 : today.row(expiry, contract.strikeCents);
    int at = 2 * row + (contract.type == OptionType.CALL ? 0 : 1);
    if (row >= 0 && today.bid[at] != Quoted.NONE) {
      contract.bid = today.bid[at];
      contract.ask = today.ask[at];
      contract.markHalfCents = (long) contract.bid + contract.ask;
      contract.delta = today.delta[at];
      contract.gamma = today.gamma[at];
      contract.vega = today.vega[at];
      contract.theta = today.theta[at];
      contract.volatility = today.volatility[at];
    } else {
      mark(contract, expiry);
    }
  }

  private void mark(Quoted contract, int expiry) {
    contract.bid = Quoted.NONE;
    contract.ask = Quoted.NONE;
    int shown = today.expiryDay.length;
    int near = expiry >= 0 ? expiry : nearest(contract.expiryDay);
    double volatility = shown == 0 ? 0 : today.volatility(near, contract.strikeCents);
    double spot = spotCents() / 100.0;
    double strike = contract.strikeCents / 100.0;
    double years = Math.max(contract.expiryDay - today.day, 0) / OptionMarket.DAYS_PER_YEAR;
    double value =
        BlackScholes.price(contract.type, spot, strike, years, rate, dividendYield, volatility);
    contract.markHalfCents = 2 * Math.round(100 * value);
    contract.volatility = volatility;
    contract.delta =
        BlackScholes.delta(contract.type, spot, strike, years, rate, dividendYield, volatility);
    contract.vega = BlackScholes.vega(spot, strike, years, rate, dividendYield, volatility);
    double variance = volatility * volatility;
    contract.gamma = variance * years > 0 ? contract.vega / (spot * spot * volatility * years) : 0;
    contract.theta =
        rate * value
            - (rate - dividendYield) * spot * contract.delta
            - 0.5 * variance * spot * spot * contract.gamma;
  }

  private int nearest(int onDay) {
    int found = 0;
    for (int n = 1; n < today.expiryDay.length; n++) {
      boolean closer =
          Math.abs(today.expiryDay[n] - onDay) < Math.abs(today.expiryDay[found] - onDay);
      found = closer ? n : found;
    }
    return found;
  }

  @Override
  public double announcement() {
    return Double.NaN;
  }

  @Override
  public double announcedMove() {
    return 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    path.save(out);
    out.writeInt(index);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    path.restore(in);
    index = in.readInt();
    today = history.day(index);
  }
}
