/**
 * What a run is told: commented YAML or JSON files, read by {@link io.tradinggym.experiments.config.ConfigFile} into
 * the record {@link io.tradinggym.experiments.config.RunConfig}. Every key is known, every value checked, every
 * complaint names the path ({@code algorithm.gamma}), the value and what would be right. The records turn back into
 * JSON for the manifest.
 */
@NullMarked
package io.tradinggym.experiments.config;

import org.jspecify.annotations.NullMarked;
