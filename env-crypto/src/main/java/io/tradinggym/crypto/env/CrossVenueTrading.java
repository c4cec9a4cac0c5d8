package io.tradinggym.crypto.env;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.market.Money;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.feature.FeatureTable;
import io.tradinggym.market.feature.FeatureTables;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** One lane of {@link CrossVenue}. */
final class CrossVenueTrading implements EnvironmentLogic, Resumable {
  static final int ACTIONS = 7;

  private static final int VENUES = 2;
  private static final int BUY_A = 1;
  private static final int BUY_B = 2;
  private static final int COINS_TO_B = 3;
  private static final int COINS_TO_A = 4;
  private static final int CASH_TO_B = 5;
  private static final int CASH_TO_A = 6;

  /** Distance, coins and cash on each venue, coins and cash on their way, time left. */
  private static final int OVERALL = 8;

  private static final double SHOWN = 10;
  private static final double DISTANCE_UNIT = 10e-4;
  private static final long MILLION = 1_000_000;

  /** Cash that buying a clip may cost more than at the mark: fees, spread and a move. */
  private static final double MARGIN = 1.02;

  private final CryptoSettings settings;
  private final CrossVenue.Terms terms;
  private final EnvironmentSpec spec;
  private final MarketTape tape;
  private final Bars bars;
  private final FeatureTable features;
  private final Venue[] venues = new Venue[VENUES];
  private final Transfers transfers;
  private final RewardFunction reward;
  private final RewardInput step = new RewardInput();
  private final int featureNumbers;
  private final float[] memory;
  private final int earliest;
  private int firstBar;
  private int lastBar;
  private int bar;
  private long clip;
  private long heldCoins;
  private long heldCash;
  private long transferFees;
  private double realised;
  private double equity;

  CrossVenueTrading(
      CryptoSettings settings, CrossVenue.Terms terms, Market market, FeatureTables tables) {
    this.settings = settings;
    this.terms = terms;
    tape = market.tape();
    bars = tape.bars();
    features = tables.of(tape);
    CryptoRules rules = settings.rules();
    for (int venue = 0; venue < VENUES; venue++) {
      venues[venue] =
          new Venue(
              market.instruments().get(venue),
              new VenueBars(bars, venue),
              rules.costs(market.instruments()).get(venue),
              rules.participationLimit());
    }
    transfers = new Transfers(terms.transfers());
    reward = settings.reward().create();
    featureNumbers = settings.window() * features.rowSize();
    memory = new float[reward.memorySize()];
    step.stepsPerYear = market.barsPerYear();
    earliest = Math.max(tape.firstDecision(), features.warmUp() + settings.window() - 1);
    if (earliest >= bars.length() - 1) {
      throw new IllegalArgumentException(
          settings.id() + ": the market has only " + bars.length() + " bars");
    }
    float[] high = new float[featureNumbers + OVERALL + memory.length];
    float[] low = new float[high.length];
    Arrays.fill(high, (float) SHOWN);
    Arrays.fill(low, (float) -SHOWN);
    spec =
        EnvironmentSpec.of(settings.id())
            .observation(Box.of(low, high))
            .action(Discrete.of(ACTIONS))
            .maxSteps(settings.episode())
            .masked(true)
            .info(CryptoInfo.of(VENUES))
            .build();
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    tape.next(random);
    features.refill();
    int end = bars.length() - 1;
    int latest = Math.max(earliest, end - Math.max(1, settings.episode()));
    firstBar = settings.randomStart() ? earliest + random.integer(latest - earliest + 1) : earliest;
    lastBar = settings.episode() == 0 ? end : Math.min(end, firstBar + settings.episode());
    bar = firstBar;
    long capital = Money.ofRounded(settings.rules().cash());
    transfers.clear();
    for (Venue venue : venues) {
      venue.open(bar, capital / VENUES);
    }
    clip = Math.max(1, (long) (terms.clip() * capital / venues[0].worth(1)));
    heldCoins = venues[0].lots() + venues[1].lots();
    heldCash = venues[0].cash() + venues[1].cash();
    realised = 0;
    value();
    reward.reset(equity);
    step.clear();
    transferFees = 0;
    observe(frame);
    report(frame);
  }

  private void value() {
    equity =
        Money.toDouble(
            venues[0].equity() + venues[1].equity() + transfers.cash() + transfers.coins(venues));
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    step.equityBefore = equity;
    long held = heldCash + venues[0].worth(heldCoins);
    transferFees = 0;
    act(action.discrete());
    venues[0].beginStep();
    venues[1].beginStep();
    venues[0].step();
    venues[1].step();
    bar++;
    step.traded = Money.toDouble(venues[0].traded() + venues[1].traded());
    step.fees = Money.toDouble(venues[0].fees() + venues[1].fees() + transferFees);
    realised += Money.toDouble(venues[0].realised() + venues[1].realised());
    transfers.arrive(bar, venues);
    value();
    step.equityAfter = equity;
    step.carry = 0;
    step.gross =
        Money.toDouble(venues[0].worth(venues[0].lots()) + venues[1].worth(venues[1].lots()));
    step.benchmarkReturn = (double) (heldCash + venues[0].worth(heldCoins)) / held - 1;
    EndReason end =
        equity <= 0
            ? EndReason.RUIN
            : bar < bars.length() - 1
                    || (settings.episode() > 0 && bar - firstBar >= settings.episode())
                ? EndReason.NONE
                : EndReason.END_OF_DATA;
    step.terminated = end.terminated();
    frame.reward(reward.reward(step));
    observe(frame);
    report(frame);
    return end;
  }

  private void act(int action) {
    if (!allowed(action)) {
      return;
    }
    switch (action) {
      case BUY_A, BUY_B -> {
        long lots = action == BUY_A ? clip : -clip;
        venues[0].order(lots);
        venues[1].order(-lots);
      }
      case COINS_TO_A, COINS_TO_B -> {
        int to = action == COINS_TO_A ? 0 : 1;
        long lost = Math.ceilDiv(clip * terms.fee(), MILLION);
        venues[1 - to].move(-clip);
        transferFees = venues[1 - to].worth(lost);
        transfers.send(to, bar + terms.delay(), clip - lost, 0);
      }
      case CASH_TO_A, CASH_TO_B -> {
        int to = action == CASH_TO_A ? 0 : 1;
        long amount = venues[0].worth(clip);
        transferFees = Money.shareUp(amount, terms.fee(), MILLION);
        venues[1 - to].pay(-amount);
        transfers.send(to, bar + terms.delay(), 0, amount - transferFees);
      }
      default -> {}
    }
  }

  private boolean allowed(int action) {
    double cost = MARGIN * venues[0].worth(clip);
    boolean open = venues[0].tradable() && venues[1].tradable();
    return switch (action) {
      case BUY_A -> open && venues[0].cash() >= cost && venues[1].lots() >= clip;
      case BUY_B -> open && venues[1].cash() >= cost && venues[0].lots() >= clip;
      case COINS_TO_B -> !transfers.isFull() && venues[0].lots() >= clip;
      case COINS_TO_A -> !transfers.isFull() && venues[1].lots() >= clip;
      case CASH_TO_B -> !transfers.isFull() && venues[0].cash() >= cost;
      case CASH_TO_A -> !transfers.isFull() && venues[1].cash() >= cost;
      default -> true;
    };
  }

  private void observe(Frame frame) {
    features.observe(frame, 0, bar - settings.window() + 1, settings.window());
    int at = featureNumbers;
    double worth = Math.max(equity, CryptoSettings.SMALLEST_EQUITY);
    double distance = (double) bars.close(1, bar) / bars.close(0, bar) - 1;
    frame.observe(at++, shown(distance / DISTANCE_UNIT));
    for (Venue venue : venues) {
      frame.observe(at++, shown(Money.toDouble(venue.worth(venue.lots())) / worth));
      frame.observe(at++, shown(Money.toDouble(venue.cash()) / worth));
    }
    frame.observe(at++, shown(Money.toDouble(transfers.coins(venues)) / worth));
    frame.observe(at++, shown(Money.toDouble(transfers.cash()) / worth));
    frame.observe(at++, lastBar == firstBar ? 0 : (double) (lastBar - bar) / (lastBar - firstBar));
    reward.observe(memory, 0);
    frame.observe(at, memory, 0, memory.length);
    for (int action = 0; action < ACTIONS; action++) {
      frame.allow(action, allowed(action));
    }
  }

  private static double shown(double value) {
    return Math.clamp(value, -SHOWN, SHOWN);
  }

  private void report(Frame frame) {
    int at = 0;
    double worth = Math.max(equity, CryptoSettings.SMALLEST_EQUITY);
    frame.info(at++, equity);
    frame.info(at++, Money.toDouble(venues[0].cash() + venues[1].cash()));
    frame.info(at++, step.gross);
    frame.info(at++, step.traded);
    frame.info(at++, step.fees);
    frame.info(at++, step.carry);
    frame.info(at++, 0);
    frame.info(at++, realised);
    frame.info(at++, reward.shaping());
    frame.info(at++, step.benchmarkReturn);
    frame.info(at++, (double) bars.closeTime(bar));
    frame.info(at++, 0);
    frame.info(at++, 1);
    frame.info(at++, 0);
    for (Venue venue : venues) {
      frame.info(at++, venue.coins());
      frame.info(at++, Money.toDouble(venue.worth(venue.lots())) / worth);
      frame.info(at++, venue.price());
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    tape.save(out);
    for (Venue venue : venues) {
      venue.save(out);
    }
    transfers.save(out);
    reward.save(out);
    for (int number : new int[] {firstBar, lastBar, bar}) {
      out.writeInt(number);
    }
    for (long number : new long[] {clip, heldCoins, heldCash}) {
      out.writeLong(number);
    }
    out.writeDouble(realised);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    tape.restore(in);
    features.refill();
    for (Venue venue : venues) {
      venue.restore(in);
    }
    transfers.restore(in);
    reward.restore(in);
    firstBar = in.readInt();
    lastBar = in.readInt();
    bar = in.readInt();
    clip = in.readLong();
    heldCoins = in.readLong();
    heldCash = in.readLong();
    realised = in.readDouble();
    value();
  }
}
