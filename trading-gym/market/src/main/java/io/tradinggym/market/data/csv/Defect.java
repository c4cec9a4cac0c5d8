package io.tradinggym.market.data.csv;

/**
 * Something wrong with a file of bars.
 *
 * @param kind what is wrong, and what repair does about it
 * @param file its name, without the folder
 * @param line 1-based, as an editor counts; 0 when it is the file as a whole
 * @param message what is wrong, with the value and what would be right
 */
public record Defect(Kind kind, String file, int line, String message) {
  /** What can be wrong, and what repair does about it. */
  public enum Kind {
    /**
     * No line names the columns. Repair: columns are taken in the order date, open, high, low, close[, adj close],
     * volume.
     */
    NO_HEADER("columns are taken in the usual order"),
    /** A line names some columns of bars and lacks others, so their order is not the usual one. Repair is refused. */
    COLUMNS("refused", false),
    /** A line that is no row of bars, such as an error message saved in its place. Repair: dropped. */
    JUNK_LINE("dropped"),
    /** A row whose date is empty or not understood. Repair: dropped. */
    BAD_DATE("dropped"),
    /** A row with an empty or unreadable number. Repair: dropped. */
    BAD_NUMBER("dropped"),
    /** A date that stood before. Repair: the first row of the date is kept. */
    DUPLICATE("the first row is kept"),
    /** A date before the one above it. Repair: rows are sorted by date. */
    OUT_OF_ORDER("sorted"),
    /** A price of zero. Repair: dropped; the asset did not trade. */
    ZERO_PRICE("dropped"),
    /** A negative price, volume, dividend or split. Repair: dropped. */
    NEGATIVE("dropped"),
    /** High is not the highest or low not the lowest. Repair: the bar is widened to hold open and close. */
    OHLC("the bar is widened to hold open and close"),
    /** A bid above its ask at the open or the close. Repair: dropped; the asset did not trade. */
    CROSSED("dropped"),
    /**
     * Bars, or prices within one, on another scale than their neighbours, once, in a block, at an end of the file or
     * for good. Repair: dropped, a high or low alone cut to open and close; after a change for good earlier prices are
     * brought to the later scale.
     */
    SCALE(
        "dropped, a high or low alone cut to open and close; after a change for good earlier prices"
            + " are brought to the later scale"),
    /**
     * Prices jump by the ratio of a split for good: it was not adjusted for. Repair: earlier prices are divided by it.
     */
    UNADJUSTED_SPLIT("earlier prices are divided by the ratio"),
    /**
     * A jump far beyond usual moves that neither volume nor the market nor a split or scale explains. No repair; a
     * right one is waived.
     */
    JUMP("left as it is"),
    /** After a long hole the price is that of another company: the ticker was given away. Repair is refused. */
    REUSED("refused", false),
    /** More than one ticker in a file that is read as one. Repair is refused. */
    PANEL("refused", false),
    /** No traded quantities at all. Repair: orders fill without a limit of volume. */
    NO_VOLUME("orders fill without a limit of volume"),
    /** Volumes are counted in another unit from one bar on. No repair; a right one is waived. */
    VOLUME_UNIT("left as it is"),
    /** Bars in a row without volume although their price moves. No repair: nothing is filled in them. */
    UNTRADED("left as it is: nothing is filled there"),
    /** Bars in a row that repeat the one before, as whoever fills holes forward writes them. Repair: dropped. */
    FILLED("dropped; the asset did not trade"),
    /** A bar on a day on which the market is closed, such as a Saturday. Repair: dropped. */
    CLOSED("dropped"),
    /**
     * A dividend that the price knows nothing of, or adjusted prices that do not follow from the dividends. No repair.
     */
    DIVIDEND("adjusted prices are not used"),
    /** Days without bars although the market was open. No repair: the asset did not trade. */
    GAP("left open; the asset did not trade");

    private final String repair;
    private final boolean repairable;

    Kind(String repair) {
      this(repair, true);
    }

    Kind(String repair, boolean repairable) {
      this.repair = repair;
      this.repairable = repairable;
    }

    /** {@return what repair does} */
    public String repair() {
      return repair;
    }

    /** {@return whether there is anything to be done about it; else repair is refused as strict reading is} */
    public boolean isRepairable() {
      return repairable;
    }
  }

  /** {@return what is wrong, and what repair did about it} */
  public String repaired() {
    return this + "; " + kind.repair();
  }

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + message;
  }
}
