"""The one kind of thing that SCREEN is about."""

from openfisca_core.entities import Entity

Enterprise = Entity(key="enterprise", plural="enterprises", label="企业", doc="")
