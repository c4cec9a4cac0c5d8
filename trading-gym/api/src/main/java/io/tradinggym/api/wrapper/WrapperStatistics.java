package io.tradinggym.api.wrapper;

import io.tradinggym.api.Snapshots;
import io.tradinggym.api.VectorEnvironment;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The statistics of all {@link StatisticalWrapper}s around an environment, outermost first, as they were at one moment.
 * Immutable. A policy that was trained inside such wrappers carries them: given to environments that are wrapped alike,
 * they make these the task it was trained for.
 */
public final class WrapperStatistics {
  /** Of an environment without such wrappers. */
  public static final WrapperStatistics NONE = new WrapperStatistics(List.of());

  private final List<Entry> entries;

  private record Entry(String wrapper, RunningMoments moments) {}

  private WrapperStatistics(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * {@return a copy of the statistics of an environment's wrappers as they stand}
   *
   * @param envs outermost wrapper of the environment
   */
  public static WrapperStatistics of(VectorEnvironment envs) {
    List<Entry> entries = new ArrayList<>();
    for (StatisticalWrapper wrapper : wrappers(envs)) {
      entries.add(new Entry(name(wrapper), copy(wrapper.statistics())));
    }
    return entries.isEmpty() ? NONE : new WrapperStatistics(entries);
  }

  private static List<StatisticalWrapper> wrappers(VectorEnvironment envs) {
    List<StatisticalWrapper> wrappers = new ArrayList<>();
    VectorEnvironment at = envs;
    while (at instanceof VectorDecorator decorator) {
      if (at instanceof StatisticalWrapper wrapper) {
        wrappers.add(wrapper);
      }
      at = decorator.inner();
    }
    return wrappers;
  }

  private static String name(StatisticalWrapper wrapper) {
    return wrapper.getClass().getSimpleName();
  }

  private static RunningMoments copy(RunningMoments moments) {
    RunningMoments copy = new RunningMoments(moments.size());
    Snapshots.copy(moments, copy);
    return copy;
  }

  /** {@return whether there are none} */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * Gives the wrappers of an environment these statistics and freezes them there. The n-th wrapper of a kind gets those
   * of the n-th of that kind; wrappers of kinds that are not among these are left alone.
   *
   * @param envs outermost wrapper of an environment that is wrapped alike
   * @throws IllegalArgumentException if a wrapper scales another number of values
   */
  public void freezeIn(VectorEnvironment envs) {
    give(envs).forEach(StatisticalWrapper::freeze);
  }

  /**
   * Gives the wrappers these statistics as {@link #freezeIn} does, to go on from: what a warm start needs.
   *
   * @param envs outermost wrapper of an environment that is wrapped alike
   * @throws IllegalArgumentException if a wrapper scales another number of values
   */
  public void startIn(VectorEnvironment envs) {
    give(envs);
  }

  private List<StatisticalWrapper> give(VectorEnvironment envs) {
    List<Entry> left = new ArrayList<>(entries);
    List<StatisticalWrapper> given = new ArrayList<>();
    for (StatisticalWrapper wrapper : wrappers(envs)) {
      for (Entry entry : left) {
        if (entry.wrapper().equals(name(wrapper))) {
          Snapshots.copy(entry.moments(), wrapper.statistics());
          given.add(wrapper);
          left.remove(entry);
          break;
        }
      }
    }
    return given;
  }

  /**
   * Writes them so that {@link #load} reads them.
   *
   * @param out what {@link #load} reads
   * @throws IOException if it cannot be written
   */
  public void save(DataOutput out) throws IOException {
    out.writeInt(entries.size());
    for (Entry entry : entries) {
      out.writeUTF(entry.wrapper());
      out.writeInt(entry.moments().size());
      entry.moments().save(out);
    }
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param in where {@link #save} wrote, at its first byte
   * @return statistics equal to those saved
   * @throws IOException if it cannot be read
   */
  public static WrapperStatistics load(DataInput in) throws IOException {
    int count = in.readInt();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      RunningMoments moments = new RunningMoments(in.readInt());
      moments.restore(in);
      entries.add(new Entry(name, moments));
    }
    return entries.isEmpty() ? NONE : new WrapperStatistics(entries);
  }
}
