package io.tradinggym.options.chain;

import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * Which rows (expiry and strike) a simulated chain shows. Strikes are whole multiples of their expiry's step, fixed
 * when the expiry is first listed; the listed range grows with the spot and never shrinks. Scratch of one lane, reused
 * across steps.
 */
final class Screen implements Resumable {
  /** Of whole numbers. */
  private static final double[] LOGARITHMS =
      IntStream.range(0, 2048).mapToDouble(StrictMath::log).toArray();

  private final ChainLaw law;
  private final ExpiryCalendar expiries;
  // By expiry of the calendar; a step of 0 is not listed yet.
  private final double[] step;
  private final int[] low;
  private final int[] high;
  // By slot of the screen.
  private final int[] slotExpiry;
  private final int[] slotLow;
  private final int[] from;
  private final double[] logStrike;
  private final int[] rowDay;
  private int slots;

  Screen(ChainLaw law) {
    this.law = law;
    expiries = law.expiries();
    step = new double[expiries.size()];
    low = new int[expiries.size()];
    high = new int[expiries.size()];
    slotExpiry = new int[law.shownExpiries()];
    slotLow = new int[law.shownExpiries()];
    from = new int[law.shownExpiries() + 1];
    logStrike = new double[law.shownExpiries() * law.shownStrikes()];
    rowDay = new int[logStrike.length];
  }

  void reset() {
    java.util.Arrays.fill(step, 0);
    slots = 0;
  }

  int slots() {
    return slots;
  }

  int rows() {
    return from[slots];
  }

  int from(int slot) {
    return from[slot];
  }

  int slotDay(int slot) {
    return expiries.day(slotExpiry[slot]);
  }

  int day(int row) {
    return rowDay[row];
  }

  double[] logStrikes() {
    return logStrike;
  }

  /** The row of a contract, -1 if it is not shown. */
  int row(double strike, int expiryDay) {
    for (int slot = 0; slot < slots; slot++) {
      if (slotDay(slot) == expiryDay) {
        double s = step[slotExpiry[slot]];
        int multiple = (int) Math.rint(strike / s);
        int row = from[slot] + multiple - slotLow[slot];
        boolean shown = row >= from[slot] && row < from[slot + 1];
        return shown && multiple * s == strike ? row : -1;
      }
    }
    return -1;
  }

  /** Lists what is new and lays the rows out; strikes are written only where the layout changed. */
  void show(double time, double spot, double[] strike) {
    int today = (int) Math.ceil(time);
    int count = expiries.listed(today);
    int slot = 0;
    boolean changed = false;
    for (int n = 0; n < count && slot < law.shownExpiries(); n++) {
      int expiry = expiries.listed(today, n);
      if (expiries.day(expiry) > time) {
        changed |= place(slot, expiry, spot, slot >= slots);
        slot++;
      }
    }
    changed |= slot != slots;
    slots = slot;
    if (changed) {
      write(strike);
    }
  }

  /** Puts an expiry into a slot; whether that changed the slot. */
  private boolean place(int slot, int expiry, double spot, boolean isNew) {
    StrikeRule rule = law.strikeRule();
    if (step[expiry] == 0) {
      step[expiry] = rule.step(spot, expiries.kind(expiry));
      low[expiry] = Integer.MAX_VALUE;
      high[expiry] = 0;
    }
    double s = step[expiry];
    low[expiry] = Math.min(low[expiry], rule.lowest(spot, s));
    high[expiry] = Math.max(high[expiry], rule.highest(spot, s));
    int shown = Math.min(law.shownStrikes(), high[expiry] - low[expiry] + 1);
    int first = (int) Math.rint(spot / s) - shown / 2;
    first = Math.max(low[expiry], Math.min(first, high[expiry] - shown + 1));
    int end = from[slot] + shown;
    boolean same =
        !isNew && slotExpiry[slot] == expiry && slotLow[slot] == first && from[slot + 1] == end;
    slotExpiry[slot] = expiry;
    slotLow[slot] = first;
    from[slot + 1] = end;
    return !same;
  }

  private void write(double[] strike) {
    for (int slot = 0; slot < slots; slot++) {
      double s = step[slotExpiry[slot]];
      double log = StrictMath.log(s);
      for (int row = from[slot]; row < from[slot + 1]; row++) {
        int multiple = slotLow[slot] + row - from[slot];
        strike[row] = multiple * s;
        logStrike[row] =
            multiple < LOGARITHMS.length ? log + LOGARITHMS[multiple] : StrictMath.log(strike[row]);
        rowDay[row] = slotDay(slot);
      }
    }
  }

  /** What is listed; what is shown follows from it, the time and the spot. */
  @Override
  public void save(DataOutput out) throws IOException {
    for (int expiry = 0; expiry < step.length; expiry++) {
      out.writeDouble(step[expiry]);
      out.writeInt(low[expiry]);
      out.writeInt(high[expiry]);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int expiry = 0; expiry < step.length; expiry++) {
      step[expiry] = in.readDouble();
      low[expiry] = in.readInt();
      high[expiry] = in.readInt();
    }
    slots = 0;
  }
}
