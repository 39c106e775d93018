"""As much of JSON Schema as api/openapi.yaml uses. A word that is not known here is a mistake, not a pass."""

import re

KNOWN = {"description", "type", "required", "additionalProperties", "properties", "items", "enum", "const", "pattern", "format",
         "minimum", "maximum", "default", "oneOf", "$ref"}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


class Schemas:
    def __init__(self, document):
        self.document = document

    def resolve(self, node):
        while isinstance(node, dict) and isinstance(node.get("$ref"), str):
            target = self.document
            for word in node["$ref"].removeprefix("#/").split("/"):
                target = target[word]
            node = target
        return node

    def faults(self, value, schema, path="$"):
        """What is wrong with the value, each with its path; nothing when it fits."""
        schema = self.resolve(schema)
        unknown = set(schema) - KNOWN
        assert not unknown, f"{path}: the validator does not know {unknown}"
        found = []
        if "oneOf" in schema:
            fits = [not self.faults(value, each, path) for each in schema["oneOf"]]
            if fits.count(True) != 1:
                found.append(f"{path}: fits {fits.count(True)} of the alternatives")
        if "type" in schema and not self.has_type(value, schema["type"]):
            return found + [f"{path}: {value!r} is no {schema['type']}"]
        if "enum" in schema and value not in schema["enum"]:
            found.append(f"{path}: {value!r} is none of {schema['enum']}")
        if "const" in schema and value != schema["const"]:
            found.append(f"{path}: {value!r} is not {schema['const']!r}")
        if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
            found.append(f"{path}: {value!r} does not look like {schema['pattern']}")
        if isinstance(value, dict):
            found += self.object_faults(value, schema, path)
        if isinstance(value, list) and "items" in schema:
            for place, item in enumerate(value):
                found += self.faults(item, schema["items"], f"{path}[{place}]")
        return found

    @staticmethod
    def has_type(value, wanted):
        if isinstance(wanted, list):
            return any(Schemas.has_type(value, each) for each in wanted)
        if wanted == "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        return isinstance(value, TYPES[wanted])

    def object_faults(self, value, schema, path):
        properties = schema.get("properties", {})
        found = [f"{path}: {name} is missing" for name in schema.get("required", []) if name not in value]
        for name, item in value.items():
            if name in properties:
                found += self.faults(item, properties[name], f"{path}.{name}")
                continue
            others = schema.get("additionalProperties", True)
            if others is False:
                found.append(f"{path}: {name} is not described")
            elif isinstance(others, dict):
                found += self.faults(item, others, f"{path}.{name}")
        return found
