package io.tradinggym.market.data.csv;

import java.util.List;

/** A file of bars that strict reading refuses. */
public final class BadDataException extends RuntimeException {
  private static final int SHOWN = 5;

  private final transient List<Defect> defects;

  /**
   * A refusal for these reasons.
   *
   * @param defects what is wrong; the message shows the first five
   */
  public BadDataException(List<Defect> defects) {
    super(describe(defects));
    this.defects = defects;
  }

  /** {@return all that is wrong} */
  public List<Defect> defects() {
    return defects;
  }

  private static String describe(List<Defect> defects) {
    StringBuilder text = new StringBuilder();
    for (Defect defect : defects.subList(0, Math.min(SHOWN, defects.size()))) {
      text.append(text.isEmpty() ? "" : "\n").append(defect);
    }
    if (defects.size() > SHOWN) {
      text.append("\n... and ").append(defects.size() - SHOWN).append(" more");
    }
    return text.toString();
  }
}
