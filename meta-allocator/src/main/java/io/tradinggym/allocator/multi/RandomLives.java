package io.tradinggym.allocator.multi;

import io.tradinggym.api.Action;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.reward.RewardInput;
import io.tradinggym.reward.Rewards;
import io.tradinggym.trading.SessionDesk;
import io.tradinggym.trading.trace.Traced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lives of {@code MultiAsset-v1} and of its account in sleeves, played by lot, in which everything happens that can:
 * after every session the books balance, sleeves sum to the account, and fills and cash flows are the change in cash,
 * to the unit. What breaks that throws, with the seed of the life.
 */
public final class RandomLives {
  /** Sessions of a life. */
  public static final int SESSIONS = 12;

  private static final double[] CASH = {8_000, 40_000, 200_000};
  private static final int SLEEVES = 3;

  /** Shares split and leave all the time. */
  private static final CorrelatedMarket EVENTFUL =
      new CorrelatedMarket(
          2, 3, CorrelatedMarket.DEFAULT.options(), 0.4, 0.6, 0.0001, 0.0001, 12, 4);

  private RandomLives() {}

  /**
   * What lives have seen.
   *
   * @param lives how many were played
   * @param sessions of all lives together
   * @param events how often each was told of by trace and market, by name
   */
  public record Tally(long lives, long sessions, Map<String, Long> events) {}

  /** Simulated, and replayed with splits of shares that have options. */
  private static List<MultiMarket> markets() {
    RandomStream random = RandomStreams.of(1).stream("history");
    MultiHistory history = MultiHistory.record(EVENTFUL, random, 100);
    for (int session = 7; session < 85; session += 30) {
      history = history.withSplit(0, session, 2).withSplit(1, session + 15, 3);
    }
    return List.of(EVENTFUL, history);
  }

  private static MultiTask task(double cash) {
    MultiTask usual = MultiTask.DEFAULT.with(cash, SESSIONS);
    return new MultiTask(
        usual.account().withStray(0.02),
        List.of(-0.5, 0.0, 0.5, 1.5),
        usual.menu(),
        0.3,
        1,
        usual.perpetualCost());
  }

  /**
   * Plays lives of the environment by random allowed actions.
   *
   * @param lives number of lives, &gt;= 0
   * @param seed any number; the same seed gives the same bits
   * @return what was counted
   */
  public static Tally ofEnvironment(long lives, long seed) {
    Map<String, Long> seen = new TreeMap<>();
    List<Life> all = new ArrayList<>();
    for (MultiMarket market : markets()) {
      for (double cash : CASH) {
        EnvironmentLogic lane = MultiAsset.lanes(market, task(cash), Rewards.logReturn()).get();
        all.add(new Life(lane));
      }
    }
    long sessions = 0;
    for (long life = 0; life < lives; life++) {
      sessions += all.get((int) (life % all.size())).live(seed + life);
    }
    all.forEach(life -> life.audit.addTo(seen));
    return new Tally(lives, sessions, seen);
  }

  /** A lane and its audit. */
  private static final class Life {
    private final EnvironmentLogic lane;
    private final SessionDesk<?> desk;
    private final CashAudit audit;
    private final Frame frame;
    private final Action action = new Action();
    private final float[] choice;
    private final boolean[] mask;

    Life(EnvironmentLogic lane) {
      this.lane = lane;
      desk = lane.find(SessionDesk.class).orElseThrow();
      audit = new CashAudit(lane.find(Traced.class).orElseThrow().traces().getFirst());
      frame = new Frame(new Batch(lane.spec(), 1, AutoReset.SAME_STEP));
      choice = new float[lane.spec().action().size()];
      mask = new boolean[frame.maskSize()];
    }

    int live(long seed) {
      RandomStream random = RandomStreams.of(seed).stream("life");
      frame.clear();
      lane.reset(random, Options.NONE, frame);
      audit.begin();
      int session = 0;
      EndReason end = EndReason.NONE;
      try {
        while (session < SESSIONS && end == EndReason.NONE) {
          choose(random);
          frame.clear();
          end = lane.step(action.at(choice, 0), random, frame);
          session++;
          audit.check();
          noteSplits(desk, audit);
        }
      } catch (RuntimeException e) {
        throw new IllegalStateException("life of seed " + seed + ", session " + session, e);
      }
      if (end == EndReason.MARGIN_CALL) {
        audit.marginCall();
      }
      return session;
    }

    private void choose(RandomStream random) {
      for (int i = 0; i < mask.length; i++) {
        mask[i] = frame.allowed(i);
      }
      lane.spec().action().sample(random, mask, 0, choice, 0);
      for (int i = 0; i < choice.length; i++) {
        choice[i] = random.bernoulli(0.7) ? 0 : choice[i];
      }
    }
  }

  private static void noteSplits(SessionDesk<?> desk, CashAudit audit) {
    MultiTape tape = (MultiTape) desk.market();
    for (int share = 0; share < EVENTFUL.shares(); share++) {
      if (desk.account().lots(share) != 0 && tape.splitShares(share) != tape.splitOf(share)) {
        audit.split();
      }
    }
  }

  /**
   * Plays lives of sleeves that trade with each other and the market.
   *
   * @param lives number of lives, &gt;= 0
   * @param seed any number; the same seed gives the same bits
   * @return what was counted
   */
  public static Tally ofSleeves(long lives, long seed) {
    Map<String, Long> seen = new TreeMap<>();
    List<SleeveLife> all = new ArrayList<>();
    for (MultiMarket market : markets()) {
      for (double cash : CASH) {
        all.add(new SleeveLife(market, task(cash)));
      }
    }
    long sessions = 0;
    for (long life = 0; life < lives; life++) {
      sessions += all.get((int) (life % all.size())).live(seed + life);
    }
    all.forEach(life -> life.audit.addTo(seen));
    return new Tally(lives, sessions, seen);
  }

  /** A book in sleeves and its audit. */
  private static final class SleeveLife {
    private final MultiMarket market;
    private final MultiTask task;
    private final MultiBook book;
    private final CashAudit audit;
    private final RewardInput flows = new RewardInput();

    SleeveLife(MultiMarket market, MultiTask task) {
      this.market = market;
      this.task = task;
      book = new MultiBook(market, task, market.tape(), SLEEVES);
      audit = new CashAudit(book.venue().trace());
    }

    int live(long seed) {
      RandomStream random = RandomStreams.of(seed).stream("sleeves");
      SessionDesk<RandomSleeves> desk =
          MultiAsset.desk(book, market, task, new RandomSleeves(book, random));
      int session = 0;
      try {
        desk.open(random);
        audit.begin();
        book.sleeves().verify();
        while (session < SESSIONS && desk.end() == EndReason.NONE) {
          desk.trade(random);
          desk.value(flows);
          session++;
          book.sleeves().verify();
          audit.check();
          noteSplits(desk, audit);
        }
      } catch (RuntimeException e) {
        throw new IllegalStateException("sleeves of seed " + seed + ", session " + session, e);
      }
      if (desk.end() == EndReason.MARGIN_CALL) {
        audit.marginCall();
      }
      return session;
    }
  }
}
