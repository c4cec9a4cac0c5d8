package io.tradinggym.experiments.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All kinds of files and texts that this library reads. */
final class Readers {
  private Readers() {}

  /**
   * All kinds.
   *
   * @param scratch empty, for what samples are made of
   */
  static List<FileKind> all(Path scratch) throws IOException {
    List<FileKind> kinds = new ArrayList<>();
    kinds.addAll(MarketReaders.all());
    kinds.addAll(QuoteReaders.all());
    kinds.addAll(OptionReaders.all());
    kinds.addAll(TextReaders.all());
    kinds.addAll(DataReaders.all(scratch));
    kinds.addAll(LearningReaders.all(scratch));
    kinds.addAll(RunReaders.all(scratch));
    return List.copyOf(kinds);
  }
}
