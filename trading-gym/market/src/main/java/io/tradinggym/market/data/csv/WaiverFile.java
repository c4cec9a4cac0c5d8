package io.tradinggym.market.data.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Waivers of a folder: {@code ticker,date,reason}, one a line, after a line that names these columns. */
final class WaiverFile {
  private static final String HEADER = "ticker,date,reason";

  private WaiverFile() {}

  /**
   * By ticker; none if there is no such file.
   *
   * @throws BadDataException naming a line that is no waiver
   */
  static Map<String, Waivers> read(Path file) throws IOException {
    Map<String, Waivers> waivers = new HashMap<>();
    if (!Files.isRegularFile(file)) {
      return waivers;
    }
    String name = String.valueOf(file.getFileName());
    List<String> lines = TextFile.lines(file);
    if (lines.isEmpty() || !lines.getFirst().strip().equalsIgnoreCase(HEADER)) {
      throw bad(Defect.Kind.NO_HEADER, name, 1, "the first line must be " + HEADER);
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String[] cells = lines.get(i).split(",", 3);
      if (cells.length < 3 || cells[2].isBlank()) {
        String text = "\"" + Cells.shown(lines.get(i)) + "\" is no waiver; expected " + HEADER;
        throw bad(Defect.Kind.JUNK_LINE, name, i + 1, text);
      }
      try {
        LocalDate date = LocalDate.parse(cells[1].strip());
        waivers.merge(
            cells[0].strip(),
            Waivers.NONE.and(date, cells[2].strip()),
            (old, one) -> old.and(date, cells[2].strip()));
      } catch (DateTimeParseException e) {
        String text = "\"" + Cells.shown(cells[1]) + "\" is no date such as 2005-01-03";
        throw bad(Defect.Kind.BAD_DATE, name, i + 1, text);
      }
    }
    return waivers;
  }

  private static BadDataException bad(Defect.Kind kind, String name, int line, String text) {
    return new BadDataException(List.of(new Defect(kind, name, line, text)));
  }
}
