package io.tradinggym.options.volatility;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.options.chain.SimulatedChain;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * VolatilityTrading-v1: buy and sell volatility by straddles of a near expiry (much gamma) and a far one (much vega), hedged
 * by shares at every step.
 *
 * <pre>
 * | index | observation                                             | unit           | min | max |
 * | 0     | logarithm of implied over realised variance             |                | -10 | 10  |
 * | 1, 2  | straddles held, near and far                            | limit          | -10 | 10  |
 * | 3, 4  | time to their expiries                                  | 100 days       | 0   | 10  |
 * | 5, 6  | ln(spot / strike), near and far                         | 5 %            | -10 | 10  |
 * | 7     | gain from one volatility point more                     | % of the cash  | -10 | 10  |
 * | 8     | profit so far                                           | 10 % of cash   | -10 | 10  |
 * | 9     | time left                                               | part           | 0   | 1   |
 * </pre>
 *
 * <p>Market: {@link VolatilityTask}; one step is one session of the NYSE. Actions: two numbers in [-1, 1], the straddles to hold
 * of each expiry as parts of the limit, rounded. Short positions beyond the exchange's margin are cut. Positions are rolled to a
 * new strike and expiry, at the quotes, when a week is left or the spot is 5 % away; then shares are traded until the delta is
 * gone. Reward: the change of equity (options at the mean of their quotes) over the starting cash; it sums exactly to the
 * profit. Start: a random session, no position, the premium at its stationary law. Terminates with {@code RUIN} when equity is
 * gone; truncated with {@code TIME_LIMIT}.
 *
 * <p>What it gets wrong: the spot's own volatility is constant and the smile flat, which makes the premium the only edge there
 * is, and known; margin is checked when a position is taken, not every day.
 *
 * <p>Version history: v1.
 */
public final class VolatilityTrading implements EnvironmentLogic, Resumable {
  /** Its id. */
  public static final String ID = "VolatilityTrading-v1";

  /** Equity. */
  public static final InfoField EQUITY =
      InfoField.of("equity", "money", "cash, shares, and options at the mean of their quotes");

  /** Paid for trading. */
  public static final InfoField COSTS =
      InfoField.of("costs", "money", "paid so far for trading away from the marks");

  private static final double LIMIT = 10;
  private static final double DAYS_PER_YEAR = 365;
  private static final double START = 100;

  private final VolatilityTask task;
  private final int[] sessions;
  private final SimulatedChain chain;
  private final StraddleBook book;
  private final EnvironmentSpec spec;
  private final long cents;

  private double spot;
  private double excess;
  private int session;
  private int left;
  private long equity;

  /** A lane of a task. */
  public VolatilityTrading(VolatilityTask task) {
    this(task, new SimulatedChain(task.chain()), VolatilityTask.sessions());
  }

  private VolatilityTrading(VolatilityTask task, SimulatedChain chain, int[] sessions) {
    this.task = task;
    this.chain = chain;
    this.sessions = sessions;
    book = new StraddleBook(chain, task.stockCost());
    cents = Math.round(100 * task.cash());
    float limit = (float) LIMIT;
    spec =
        EnvironmentSpec.of(ID)
            .observation(
                Box.of(
                    new float[] {-limit, -limit, -limit, 0, 0, -limit, -limit, -limit, -limit, 0},
                    new float[] {limit, limit, limit, limit, limit, limit, limit, limit, limit, 1}))
            .action(Box.of(-1, 1, 2))
            .maxSteps(task.episode())
            .info(EQUITY, COSTS)
            .build();
  }

  /** How it is made by id. */
  public static Registration registration() {
    return new Registration(
        ID,
        "Trade volatility by delta-hedged straddles of two expiries.",
        VolatilityOptions.ALL,
        VolatilityTrading::prepare);
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    VolatilityTask task =
        new VolatilityTask(
            options.get(VolatilityOptions.VOLATILITY),
            options.get(VolatilityOptions.PREMIUM),
            options.get(VolatilityOptions.PREMIUM_VOLATILITY),
            options.get(VolatilityOptions.REVERSION),
            options.get(VolatilityOptions.POINTS),
            options.get(VolatilityOptions.STOCK_COST),
            options.get(VolatilityOptions.CASH),
            options.get(VolatilityOptions.LIMIT),
            options.get(VolatilityOptions.EPISODE));
    io.tradinggym.options.chain.ChainLaw law = task.chain();
    int[] sessions = VolatilityTask.sessions();
    return () -> new VolatilityTrading(task, new SimulatedChain(law), sessions);
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    session = random.integer(sessions.length - task.episode() - 1);
    left = task.episode();
    spot = START;
    excess = task.premiumVolatility() * random.gaussian();
    chain.reset(sessions[session], spot, variance());
    book.begin(cents);
    equity = cents;
    observe(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    for (int sleeve = 0; sleeve < StraddleBook.SLEEVES; sleeve++) {
      double part = Math.clamp(action.continuous(sleeve), -1, 1);
      int target = (int) Math.rint(part * task.limit());
      book.hold(sleeve, Math.max(target, -book.mostShort(sleeve)));
    }
    book.hedge();
    move(random);
    long before = equity;
    equity = book.equity();
    frame.reward((equity - before) / (double) cents);
    observe(frame);
    return equity <= 0 ? EndReason.RUIN : EndReason.NONE;
  }

  /** To the next session: over a weekend three days' worth of movement. */
  private void move(RandomStream random) {
    int days = sessions[session + 1] - sessions[session];
    session++;
    left--;
    double years = days / DAYS_PER_YEAR;
    double deviation = task.volatility() * Math.sqrt(years);
    double growth = StrictMath.exp(deviation * random.gaussian() - 0.5 * deviation * deviation);
    spot = Math.max(Math.rint(spot * growth * 100) / 100, 0.01);
    double kept = StrictMath.exp(-task.reversion() * years);
    excess =
        kept * excess + task.premiumVolatility() * Math.sqrt(1 - kept * kept) * random.gaussian();
    chain.advance(sessions[session], spot, variance());
    book.mark();
  }

  private double variance() {
    double realised = task.volatility() * task.volatility();
    return realised * task.premium() * StrictMath.exp(excess);
  }

  private void observe(Frame frame) {
    double realised = task.volatility() * task.volatility();
    frame.observe(0, limited(StrictMath.log(variance() / realised)));
    for (int i = 0; i < StraddleBook.SLEEVES; i++) {
      frame.observe(1 + i, limited(book.contracts(i) / (double) task.limit()));
      frame.observe(3 + i, Math.clamp(book.years(i) * DAYS_PER_YEAR / 100, 0, LIMIT));
      frame.observe(5 + i, limited(StrictMath.log(spot / book.strike(i)) / 0.05));
    }
    frame.observe(7, limited(100 * book.vegaPerPoint() / task.cash()));
    frame.observe(8, limited(10 * (equity - cents) / (double) cents));
    frame.observe(9, left / (double) task.episode());
    frame.info(0, equity / 100.0);
    frame.info(1, book.costs() / 100.0);
  }

  private static double limited(double value) {
    return Math.clamp(value, -LIMIT, LIMIT);
  }

  @Override
  public String render() {
    return String.format(
        Locale.ROOT,
        "spot %.2f, implied volatility %.1f %%, straddles %d and %d, equity %.2f",
        spot,
        100 * Math.sqrt(variance()),
        book.contracts(0),
        book.contracts(1),
        equity / 100.0);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    chain.save(out);
    book.save(out);
    out.writeDouble(spot);
    out.writeDouble(excess);
    out.writeInt(session);
    out.writeInt(left);
    out.writeLong(equity);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    chain.restore(in);
    book.restore(in);
    spot = in.readDouble();
    excess = in.readDouble();
    session = in.readInt();
    left = in.readInt();
    equity = in.readLong();
  }
}
