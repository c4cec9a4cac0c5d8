package io.tradinggym.explain.claude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.explain.claude.ClaudeException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers by the hash of their request, in a folder that may be committed: a test or a backtest replays them without a
 * network, byte for byte.
 *
 * <pre>
 * requests/ab/abcdef....json    request, raw answer, tokens, id of the service, model that served
 * index/SPY/2026-11-30.txt      hashes of what was asked of this ticker on this day
 * outputs/SPY_2026-11-30.txt    the raw answer, to be read
 * </pre>
 *
 * <p>Files are written beside their place and moved there.
 */
public final class AnswerStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  /** A store in a folder, which is made with the first answer. */
  public AnswerStore(Path folder) {
    this.folder = folder;
  }

  /**
   * The answer to a request.
   *
   * @throws ClaudeException of kind STORE if there is one and it cannot be read or is of another request
   */
  public Optional<Reply> find(ClaudeRequest request) {
    String hash = request.hash();
    Path file = file(hash);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode node = JSON.readTree(file.toFile());
      if (!node.path("request").asText().equals(request.canonical())) {
        throw new IOException("it holds another request");
      }
      JsonNode reply = node.required("reply");
      JsonNode usage = reply.required("usage");
      return Optional.of(
          new Reply(
              reply.required("text").asText(),
              reply.required("stop").asText(),
              reply.required("model").asText(),
              reply.required("requestId").asText(),
              new Usage(
                  usage.required("input").asLong(),
                  usage.required("output").asLong(),
                  usage.required("cacheRead").asLong(),
                  usage.required("cacheWritten").asLong()),
              reply.required("at").asLong()));
    } catch (IOException | IllegalArgumentException e) {
      throw new ClaudeException(Kind.STORE, file + " cannot be used: " + e.getMessage(), null, e);
    }
  }

  /**
   * Keeps an answer.
   *
   * @param ticker and the day that the question was about
   * @throws ClaudeException of kind STORE if it cannot be written
   */
  public synchronized void keep(ClaudeRequest request, Reply reply, String ticker, LocalDate day) {
    ObjectNode node = JSON.createObjectNode();
    node.put("request", request.canonical());
    ObjectNode answer = node.putObject("reply");
    answer.put("text", reply.text()).put("stop", reply.stop()).put("model", reply.model());
    answer.put("requestId", reply.requestId()).put("at", reply.at());
    answer
        .putObject("usage")
        .put("input", reply.usage().input())
        .put("output", reply.usage().output())
        .put("cacheRead", reply.usage().cacheRead())
        .put("cacheWritten", reply.usage().cacheWritten());
    try {
      write(
          file(request.hash()),
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
      Path index = index(ticker, day);
      List<String> hashes = new java.util.ArrayList<>(lines(index));
      if (!hashes.contains(request.hash())) {
        hashes.add(request.hash());
      }
      write(index, String.join("\n", hashes) + "\n");
      write(folder.resolve("outputs").resolve(ticker + "_" + day + ".txt"), reply.text());
    } catch (IOException e) {
      throw new ClaudeException(
          Kind.STORE, "cannot write into " + folder + ": " + e.getMessage(), null, e);
    }
  }

  /** Hashes of what was asked of a ticker on a day, oldest first. */
  public List<String> hashes(String ticker, LocalDate day) {
    try {
      return lines(index(ticker, day));
    } catch (IOException e) {
      throw new ClaudeException(
          Kind.STORE, "cannot read " + folder + ": " + e.getMessage(), null, e);
    }
  }

  /** What comes nearest to a request that is not there: of the same ticker, of the nearest day. */
  Optional<String> nearest(String ticker, LocalDate day) {
    Path days = folder.resolve("index").resolve(ticker);
    if (!Files.isDirectory(days)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(days)) {
      return files
          .map(file -> String.valueOf(file.getFileName()).replace(".txt", ""))
          .filter(name -> name.matches("\\d{4}-\\d{2}-\\d{2}"))
          .min(
              java.util.Comparator.<String>comparingLong(
                      name -> Math.abs(LocalDate.parse(name).toEpochDay() - day.toEpochDay()))
                  .thenComparing(name -> name))
          .map(
              name ->
                  ticker + " of " + name + ", " + hashes(ticker, LocalDate.parse(name)).getLast());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Path file(String hash) {
    return folder.resolve("requests").resolve(hash.substring(0, 2)).resolve(hash + ".json");
  }

  private Path index(String ticker, LocalDate day) {
    return folder.resolve("index").resolve(ticker).resolve(day + ".txt");
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static void write(Path file, String text) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path next = Files.createTempFile(parent, "next", ".tmp");
    try {
      Files.writeString(next, text);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
