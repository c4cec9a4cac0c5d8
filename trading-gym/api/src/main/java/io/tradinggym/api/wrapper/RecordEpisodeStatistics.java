package io.tradinggym.api.wrapper;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.LaneWrapper;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports return and length of the episode so far in every step, so that the last step of an episode, however it came
 * to end, carries the totals: in {@link io.tradinggym.api.Batch#infos}, under SAME_STEP in {@code finalInfos}.
 */
public final class RecordEpisodeStatistics extends LogicWrapper {
  /** Sum of the rewards of the episode so far. */
  public static final InfoField RETURN =
      InfoField.of("episode_return", "1", "Sum of the rewards of the episode so far.");

  /** Steps of the episode so far. */
  public static final InfoField LENGTH =
      InfoField.of("episode_length", "steps", "Steps of the episode so far.");

  private final int field;
  private double total;
  private int length;

  /**
   * Wraps a law.
   *
   * @param inner the law that is wrapped
   */
  public RecordEpisodeStatistics(EnvironmentLogic inner) {
    super(inner, spec(inner.spec()));
    field = inner.spec().infoFields().size();
  }

  /** {@return a wrapper that reports return and length of episodes} */
  public static LaneWrapper recorded() {
    return RecordEpisodeStatistics::new;
  }

  private static EnvironmentSpec spec(EnvironmentSpec inner) {
    List<InfoField> fields = new ArrayList<>(inner.infoFields());
    fields.add(RETURN);
    fields.add(LENGTH);
    return Settings.with(inner, "RecordEpisodeStatistics", Map.of()).info(fields).build();
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    inner.reset(random, options, frame);
    total = 0;
    length = 0;
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    EndReason end = inner.step(action, random, frame);
    total += frame.reward();
    length++;
    frame.info(field, total);
    frame.info(field + 1, length);
    return end;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    super.save(out);
    out.writeDouble(total);
    out.writeInt(length);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    super.restore(in);
    total = in.readDouble();
    length = in.readInt();
  }

  @Override
  protected Optional<LaneState> ownState() {
    return Optional.of(new State());
  }

  /** Return and length so far. */
  private final class State implements LaneState {
    @Override
    public int size() {
      return 2;
    }

    @Override
    public void store(long[] row, int at) {
      row[at] = Double.doubleToRawLongBits(total);
      row[at + 1] = length;
    }

    @Override
    public void load(long[] row, int at) {
      total = Double.longBitsToDouble(row[at]);
      length = (int) row[at + 1];
    }
  }
}
