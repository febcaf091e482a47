package fr.pixlti.tool.shell;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a job keeps between two runs, as JSON: readable by an operator, and nothing in the table can name a class. */
final class JsonTaskData implements Serializer {

    private final JsonMapper json;

    JsonTaskData(JsonMapper json) {
        this.json = json;
    }

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : json.writeValueAsBytes(data);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
        return data == null || type == Void.class ? null : json.readValue(data, type);
    }
}
