package io.tradinggym.trading;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import io.tradinggym.trading.trace.TraceHash;
import io.tradinggym.trading.trace.Traced;
import io.tradinggym.trading.trace.TradeTrace;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One lane of everything that trades. A step goes from one decision to the next:
 *
 * <pre>
 *   observation -> action -> {@link ActionScheme}: what is wanted -> {@link Desk}: orders, fills, settlement
 *     -> end -> reward -> {@link ObservationLayout}: observation -> mask -> infos
 * </pre>
 *
 * <p>What is different from one environment to the next is said by its {@link TradingSpec}.
 *
 * @param <D> the kind of desk
 */
public final class TradingLane<D extends Desk> implements EnvironmentLogic, Resumable {
  private final EnvironmentSpec spec;
  private final D desk;
  private final ActionScheme actions;
  private final ObservationLayout observation;
  private final InfoLayout infos;
  private final RewardFunction reward;
  private final RewardInput flows;
  private final boolean masked;
  private final TradeTrace[] traces;
  private final TraceHash hash = new TraceHash();
  private long seen;
  private long allowed;

  TradingLane(TradingSpec<D> trading) {
    desk = trading.newDesk();
    reward = trading.newReward();
    flows = new RewardInput();
    flows.stepsPerYear = trading.stepsPerYear();
    LaneParts<D> parts = new LaneParts<>(desk, reward, flows);
    actions = trading.actions(desk);
    observation = trading.observation(parts);
    infos = trading.infos(parts);
    masked = actions.masked();
    traces =
        desk instanceof Traced traced
            ? traced.traces().toArray(TradeTrace[]::new)
            : new TradeTrace[0];
    spec = trading.spec(desk, actions, observation, infos);
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  /** {@return where the lane trades} */
  public D desk() {
    return desk;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    desk.open(random);
    reward.reset(desk.counted());
    flows.clear();
    show(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    for (TradeTrace trace : traces) {
      if (trace.isOn()) {
        trace.decision(seen, allowed, action, spec.action().size());
      }
    }
    actions.intend(action);
    desk.trade(random);
    desk.value(flows);
    EndReason end = desk.end();
    flows.terminated = end.terminated();
    frame.reward(reward.reward(flows));
    show(frame);
    return end;
  }

  private void show(Frame frame) {
    observation.write(frame);
    if (masked) {
      actions.mask(frame);
    }
    infos.write(frame);
    if (traces.length > 0 && traces[0].isOn()) {
      remember(frame);
    }
  }

  /** What the next decision is taken on. */
  private void remember(Frame frame) {
    hash.clear();
    for (int i = 0; i < frame.observationSize(); i++) {
      hash.add(frame.observation(i));
    }
    seen = hash.get();
    hash.clear();
    for (int i = 0; i < frame.maskSize(); i++) {
      hash.add(frame.allowed(i) ? 1L : 0L);
    }
    allowed = hash.get();
  }

  /** Itself, or its desk. */
  @Override
  public <T> Optional<T> find(Class<T> kind) {
    return kind.isInstance(desk) ? Optional.of(kind.cast(desk)) : EnvironmentLogic.super.find(kind);
  }

  @Override
  public String render() {
    return desk.render();
  }

  /** That of all its parts; whoever keeps a trace has a lane of its own. */
  @Override
  public Optional<LaneState> laneState() {
    return desk.laneState()
        .flatMap(
            account ->
                LaneState.all(List.of(reward, actions, observation, infos))
                    .map(memory -> new State(account, memory)));
  }

  /** The desk's, and after it what reward, scheme and blocks remember. */
  private record State(LaneState desk, LaneState memory, int atMemory) implements LaneState {
    State(LaneState desk, LaneState memory) {
      this(desk, memory, desk.size());
    }

    @Override
    public int size() {
      return atMemory + memory.size();
    }

    @Override
    public void store(long[] row, int at) {
      desk.store(row, at);
      memory.store(row, at + atMemory);
    }

    @Override
    public void load(long[] row, int at) {
      desk.load(row, at);
      memory.load(row, at + atMemory);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    desk.save(out);
    reward.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    desk.restore(in);
    reward.restore(in);
  }
}
